namespace Coordination.Tests.Chaos;

/// <summary>Issues an order and lets the one who is asked deliver, acknowledge, accept, start and complete it.</summary>
internal sealed class Commander(CarefulClient county, CarefulClient fire, BatteryScene scene, string cell, int number) : Worker("orders", number, county, fire)
{
    internal const string Moves = "order moves";

    private static readonly (string Verb, string State, bool IsDecision)[] Way =
        [("deliver", "Delivered", false), ("acknowledge", "Acknowledged", false), ("accept", "Accepted", true), ("start", "InProgress", true), ("complete", "Completed", true)];

    protected override async Task<bool> WorkAsync(int turn, CancellationToken giveUp)
    {
        var issued = await county.PostAsync(Register, $"{cell}-{Number}-{turn}", "/v1/orders", new { incidentId = scene.Incident, task = Task }, null, null, giveUp);
        if (!IsDone(issued)) return false;
        var (order, version) = (issued!.Body!["id"]!.GetValue<Guid>(), issued.Body["version"]!.GetValue<int>());
        foreach (var (verb, state, isDecision) in Way)
        {
            var answer = await fire.PostAsync(Moves, $"{state}-{order}", $"/v1/orders/{order}/{verb}", null, null, isDecision ? version : null, giveUp);
            if (!IsDone(answer)) return false;
            version = answer!.Body!["version"]!.GetValue<int>();
        }
        return true;
    }

    private static readonly object Task = new
    {
        kind = "Rescue",
        instruction = "Bring boats to the bridge",
        toAgency = BatteryScene.Lender,
        addresseeKind = "Agency",
        addressee = BatteryScene.Lender,
        alternateAgency = "fire-2",
        superiorAgency = "fire-city",
    };
}
