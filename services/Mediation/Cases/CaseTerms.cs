namespace Coordination.Mediation.Cases;

/// <summary>Where a dispute is mediated.</summary>
public enum MediationTier
{
    /// <summary>Community or village.</summary>
    Community,
    /// <summary>Street or township committee.</summary>
    Street,
    /// <summary>District or county committee.</summary>
    District,
    /// <summary>A committee for a trade, such as medical disputes.</summary>
    Professional,
}

/// <summary>What a family is told (条例701 Art. 23).</summary>
public enum PatientRight
{
    /// <summary>The ways to settle.</summary>
    Paths,
    /// <summary>Sealing of records and things.</summary>
    Sealing,
    /// <summary>Copies of records.</summary>
    Copying,
    /// <summary>Autopsy.</summary>
    Autopsy,
}

/// <summary>What else is open to a party.</summary>
public enum RightsPath
{
    /// <summary>Court.</summary>
    Court,
    /// <summary>Arbitration.</summary>
    Arbitration,
    /// <summary>A complaint to an authority.</summary>
    Complaint,
    /// <summary>Administrative mediation.</summary>
    AdministrativeMediation,
    /// <summary>Enforcement of a confirmed agreement.</summary>
    Enforcement,
    /// <summary>A payment order for unpaid wages (劳动争议调解仲裁法 Art. 16).</summary>
    PaymentOrder,
}

/// <summary>How a case came: on a party's own application, or referred with that party's consent.</summary>
public enum CaseOrigin
{
    /// <summary>A party applied.</summary>
    Application,
    /// <summary>A court sent it with consent (委派调解).</summary>
    CourtReferral,
    /// <summary>Another body sent it with consent.</summary>
    AgencyReferral,
}

/// <summary>A procedure that has the matter already.</summary>
public enum RunningProcedure
{
    /// <summary>Court.</summary>
    Court,
    /// <summary>Arbitration.</summary>
    Arbitration,
    /// <summary>Administrative mediation.</summary>
    AdministrativeMediation,
    /// <summary>Another committee.</summary>
    OtherMediation,
}

/// <summary>Where a case goes that is not mediated here.</summary>
public enum ReferralTarget
{
    /// <summary>Court.</summary>
    Court,
    /// <summary>Arbitration.</summary>
    Arbitration,
    /// <summary>Another committee or authority that mediates.</summary>
    OtherMediation,
    /// <summary>An ombudsman.</summary>
    Ombudsman,
    /// <summary>The authority whose matter it is.</summary>
    CompetentAuthority,
}

/// <summary>Why a case is not mediated here.</summary>
public enum ReferralReason
{
    /// <summary>Another procedure has it.</summary>
    ParallelProcedure,
    /// <summary>Not a dispute that can be mediated.</summary>
    OutOfScope,
    /// <summary>Violence between the parties.</summary>
    Violence,
    /// <summary>A child needs protection.</summary>
    Minors,
    /// <summary>A crime is at issue.</summary>
    CriminalFacts,
    /// <summary>The parties prefer it.</summary>
    PartiesChoice,
}

/// <summary>Why the words of a case are kept beyond their time.</summary>
public enum HoldReason
{
    /// <summary>They are evidence.</summary>
    Evidence,
    /// <summary>They are under review.</summary>
    Review,
}
