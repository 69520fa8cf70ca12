namespace Coordination.Mediation.Custody;

/// <summary>What a piece of evidence is.</summary>
public enum EvidenceKind
{
    /// <summary>A medical record.</summary>
    MedicalRecord,
    /// <summary>An infusion or injection set.</summary>
    InfusionSet,
    /// <summary>Blood or another fluid.</summary>
    Fluid,
    /// <summary>A drug or device.</summary>
    DrugOrDevice,
    /// <summary>A contract, ledger or other paper.</summary>
    Document,
    /// <summary>Another thing.</summary>
    Thing,
}

/// <summary>What is done with evidence.</summary>
public enum CustodyAction
{
    /// <summary>Seal it, or seal it again.</summary>
    Seal,
    /// <summary>Ask to open it.</summary>
    RequestOpening,
    /// <summary>Open it.</summary>
    Open,
    /// <summary>Give it back.</summary>
    Release,
    /// <summary>Put it in the archive.</summary>
    Archive,
    /// <summary>Another person keeps it.</summary>
    HandOver,
}
