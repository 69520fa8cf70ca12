namespace Coordination.PublicInformation.Cap;

/// <summary>CAP's status.</summary>
public enum CapStatus
{
    /// <summary>None that is known: nobody may take it for real.</summary>
    Unknown,
    /// <summary>To be acted on.</summary>
    Actual,
    /// <summary>Of an exercise.</summary>
    Exercise,
    /// <summary>Of the alerting systems themselves.</summary>
    System,
    /// <summary>A technical test.</summary>
    Test,
    /// <summary>Not to be acted on.</summary>
    Draft,
}
