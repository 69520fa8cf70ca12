using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Units;

/// <summary>A unit or team. Its owner keeps authority over it; social teams act under unified command (Art. 39). One lease at a time.</summary>
internal sealed class Unit
{
    public static readonly Lifecycle<UnitState> Life = new(
        (UnitState.Available, [UnitState.Alerted, UnitState.OutOfService]),
        (UnitState.Alerted, [UnitState.Assigned, UnitState.Available, UnitState.OutOfService]),
        (UnitState.Assigned, [UnitState.EnRoute, UnitState.Available, UnitState.OutOfService]),
        (UnitState.EnRoute, [UnitState.OnScene, UnitState.Released, UnitState.OutOfService]),
        (UnitState.OnScene, [UnitState.Released, UnitState.OutOfService]),
        (UnitState.Released, [UnitState.Returning]),
        (UnitState.Returning, [UnitState.Available, UnitState.OutOfService]),
        (UnitState.OutOfService, [UnitState.Available, UnitState.OnScene, UnitState.Released]));

    private static readonly UnitState[] Way =
        [UnitState.Available, UnitState.Alerted, UnitState.Assigned, UnitState.EnRoute, UnitState.OnScene, UnitState.Released, UnitState.Returning];

    private Unit() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public UnitState State { get; private set; }
    public string CallSign { get; private set; } = "";
    public string TypeCode { get; private set; } = "";
    public string UnitOfMeasure { get; private set; } = "";
    /// <summary>How many of the unit of measure it brings.</summary>
    public int Strength { get; private set; }
    public CallUpRank Rank { get; private set; }
    public Guid? IncidentId { get; private set; }
    /// <summary>The fill that leases it, or null.</summary>
    public Guid? FillId { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    /// <summary>Of its base, in degrees (WGS 84); not where it is.</summary>
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public long? HourlyCostMinor { get; private set; }
    public string? Currency { get; private set; }
    /// <summary>The agency's own code of it, or null where it was registered without one.</summary>
    public string? OwnCode { get; private set; }
    /// <summary>NIMS type of this one, where it is not that of its type.</summary>
    public int? NimsType { get; private set; }
    /// <summary>Number of the newest lease. It only grows, so that of two leases everyone can tell which is the older.</summary>
    public int LeaseEpoch { get; private set; }

    public static Unit Register(
        Guid id, Guid? exercise, string agency, string callSign, string type, string unitOfMeasure, int strength, CallUpRank rank, DateTimeOffset at) => new()
        {
            Id = id,
            ExerciseId = exercise,
            Agency = agency,
            CallSign = callSign,
            TypeCode = type,
            UnitOfMeasure = unitOfMeasure,
            Strength = strength,
            Rank = rank,
            ChangedAt = at,
        };

    /// <summary>Leases it to a fill. A named unit has no two overlapping leases, in all agencies, because only its owner grants them.</summary>
    public Refusal? Lease(Guid fill, Guid? incident, int quantity)
    {
        if (FillId is not null) return new Refusal("unit-held", "The unit is leased to another fill.");
        if (State != UnitState.Available) return new Refusal("unit-not-available", $"The unit is {State}.");
        if (quantity > Strength) return Refusal.Invalid("/quantity", "more-than-strength", $"The unit brings {Strength}.");
        (FillId, IncidentId) = (fill, incident);
        LeaseEpoch++;
        Version++;
        return null;
    }

    /// <summary>True while the lease that the fill was given is the one that holds.</summary>
    public bool IsLeasedTo(Guid fill, int? epoch) => FillId == fill && (epoch is null || epoch == LeaseEpoch);

    /// <summary>Says where its base is, and what an hour of it costs; nothing of it moves.</summary>
    public void Station(double? latitude, double? longitude, long? hourlyCostMinor, string? currency)
    {
        (Latitude, Longitude, HourlyCostMinor, Currency) = (latitude, longitude, hourlyCostMinor, currency);
        Version++;
    }

    /// <summary>The owner's catalogue describes it. What is leased keeps its strength: a fill counts on it.</summary>
    public Refusal? Describe(string code, string callSign, int strength, CallUpRank rank, int? nimsType)
    {
        if (FillId is not null && strength != Strength) return new Refusal("unit-held", "A fill leases the unit and counts on its strength.", "/quantity");
        (OwnCode, CallSign, Strength, Rank, NimsType) = (code, callSign, strength, rank, nimsType);
        Version++;
        return null;
    }

    /// <summary>The owner moves it itself; a unit that a fill leases moves with its fill only.</summary>
    public Refusal? Report(UnitState to, Guid? incident, DateTimeOffset at)
    {
        if (FillId is not null) return new Refusal("unit-held", "The unit moves with the fill that leases it.");
        if (at < ChangedAt) return Refusal.Invalid("/occurredAt", "before-last-report", "A later report is known already.");
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        IncidentId = to is UnitState.Available or UnitState.OutOfService ? null : incident ?? IncidentId;
        ChangedAt = at;
        Version++;
        return null;
    }

    /// <summary>Follows its fill along the way; true when it changed. At home, or when the fill ends, its lease ends.</summary>
    public bool Follow(UnitState to, bool isFreed, DateTimeOffset at)
    {
        var before = (State, FillId);
        if (State != to && Life.Allows(State, to)) State = to;
        while (State != to && Array.IndexOf(Way, State) is var here and >= 0 && here < Array.IndexOf(Way, to)) State = Way[here + 1];
        if (isFreed) (FillId, IncidentId) = (null, null);
        if (before == (State, FillId)) return false;
        ChangedAt = at;
        Version++;
        return true;
    }
}
