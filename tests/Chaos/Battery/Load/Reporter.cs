namespace Coordination.Tests.Chaos;

/// <summary>Reports that nobody acknowledges: an eighth of them in the exercise whose time runs, so that their clocks run out, the others where it stands.</summary>
internal sealed class Reporter(CarefulClient client, BatteryScene scene, string cell, int number) : Worker("reports", number, client)
{
    protected override async Task<bool> WorkAsync(int turn, CancellationToken giveUp)
    {
        var exercise = turn % 8 == 0 ? scene.Exercise : scene.Still;
        return IsDone(await client.PostAsync(Register, $"{cell}-{Number}-{turn}", "/v1/reports", Body, exercise, null, giveUp));
    }

    private static readonly object Body = new
    {
        kind = "Initial",
        source = "Agency",
        channel = "Online",
        toAgency = "county-duty",
        category = "Accident",
        place = new { areaCode = BatteryScene.County },
        knownAt = BatteryScene.Start,
        content = new { },
    };
}
