namespace Coordination.Tests.Chaos;

/// <summary>Reports, a third of them within the exercise, where nobody acknowledges them and their clocks run out.</summary>
internal sealed class Reporter(CarefulClient client, BatteryScene scene, string cell, int number) : Worker("reports", number)
{
    protected override async Task<bool> WorkAsync(int turn, CancellationToken giveUp)
    {
        var exercise = turn % 3 == 0 ? scene.Exercise : (Guid?)null;
        var knownAt = exercise is null ? DateTimeOffset.UtcNow.AddMinutes(-1) : BatteryScene.Start;
        return IsDone(await client.PostAsync(Register, $"{cell}-{Number}-{turn}", "/v1/reports", Body(knownAt), exercise, null, giveUp));
    }

    private static object Body(DateTimeOffset knownAt) => new
    {
        kind = "Initial",
        source = "Agency",
        channel = "Online",
        toAgency = "county-duty",
        category = "Accident",
        place = new { areaCode = BatteryScene.County },
        knownAt,
        content = new { },
    };
}
