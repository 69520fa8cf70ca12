namespace Coordination.Mediation.Sessions;

/// <summary>Who sits in a session.</summary>
public enum SessionKind
{
    /// <summary>Both sides.</summary>
    Joint,
    /// <summary>One side alone with the mediator; what is said stays there.</summary>
    Caucus,
}

/// <summary>A body that sits in by the parties' wish (联合调处).</summary>
public enum SittingBody
{
    /// <summary>An administrative mediator.</summary>
    AdministrativeMediator,
    /// <summary>A court's mediator.</summary>
    CourtMediator,
    /// <summary>A legal aid lawyer.</summary>
    LegalAid,
    /// <summary>An expert both sides accept.</summary>
    Expert,
}
