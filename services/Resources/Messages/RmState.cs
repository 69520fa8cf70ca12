namespace Coordination.Resources.Messages;

/// <summary>What became of a message of EDXL-RM, or of one element of it.</summary>
public enum RmState
{
    /// <summary>What it says is done in its sender's book.</summary>
    Executed,
    /// <summary>Some of its elements are done, others are held.</summary>
    PartlyExecuted,
    /// <summary>It follows something that has not come yet, and is done when that comes.</summary>
    Waiting,
    /// <summary>It moved nothing, for the reason beside it.</summary>
    Held,
    /// <summary>Its sender called it back.</summary>
    Recalled,
}

/// <summary>Why a message, or an element of it, is not done.</summary>
public enum RmReason
{
    /// <summary>None of the sixteen kinds.</summary>
    UnknownType,
    /// <summary>This system takes no step by it: a person reads it.</summary>
    NotExecuted,
    /// <summary>Its envelope says Test or System, or another exercise than the call.</summary>
    NotActual,
    /// <summary>What it follows is not in its sender's book yet.</summary>
    PrecedingUnknown,
    /// <summary>It answers an element that what it follows does not have.</summary>
    NoSuchElement,
    /// <summary>More than one fill fits, and none is moved.</summary>
    Unclear,
    /// <summary>The step belongs to the other party of the fill.</summary>
    OtherParty,
    /// <summary>Nobody is named whom it is for.</summary>
    NoAddressee,
    /// <summary>The kind of resource is not one of the region's list.</summary>
    TypeUnclear,
    /// <summary>The resource is not one of the sender's.</summary>
    ResourceUnclear,
    /// <summary>It says no whole number.</summary>
    QuantityUnclear,
    /// <summary>It says another number than the fill has, and the step takes the whole.</summary>
    OtherQuantity,
    /// <summary>A moment that it needs is missing, or is not where it must lie.</summary>
    TimeUnclear,
    /// <summary>AnticipatedFunction is no mission of the region's list.</summary>
    MissionUnclear,
    /// <summary>The incident is not named by the region's id.</summary>
    IncidentUnclear,
    /// <summary>The price is not an amount in minor units of a currency, or stands where none is quoted.</summary>
    PriceUnclear,
    /// <summary>It names a price that is not the one ordered or offered.</summary>
    PriceWithoutOrder,
    /// <summary>The answer is of a kind that the step does not know.</summary>
    ResponseUnclear,
    /// <summary>A report of what the fill is past already.</summary>
    BehindBook,
    /// <summary>A report of what the fill has not come to; it is taken when the fill does.</summary>
    AheadOfBook,
    /// <summary>It calls back a message that has not come.</summary>
    RecallAhead,
    /// <summary>What it calls back cannot be undone.</summary>
    NotRecallable,
    /// <summary>The book refuses the step by the rule beside it.</summary>
    Refused,
    /// <summary>Its time is over and its content is destroyed.</summary>
    Forgotten,
}
