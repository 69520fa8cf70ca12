using Coordination.CommandLine.Regions;

namespace Coordination.Tests.Chaos;

/// <summary>Leases one of the agency's few units, which others want at the same moment, and gives it back. Who comes second is refused.</summary>
internal sealed class Lender(CarefulClient client, BatteryScene scene, string cell, int number, Random random) : Worker("leases", number, client)
{
    internal const string Returns = "lease returns";
    private const string Offers = $"/v1/agencies/{BatteryScene.Lender}/offers";

    protected override async Task<bool> WorkAsync(int turn, CancellationToken giveUp)
    {
        var offer = await client.PostAsync(Register, $"{cell}-{Number}-{turn}", Offers, new
        {
            toAgency = "police",
            incidentId = scene.Incident,
            typeCode = "speedboat",
            quantity = 4,
            unitId = scene.Units[random.Next(scene.Units.Count)],
        }, null, null, giveUp);
        if (offer is null) return false;
        if (!offer.IsSuccess)
        {
            Assert.True(offer.Rule is "unit-held" or "conflict", $"a lease was refused: {offer.Status} {offer.Body?.ToJsonString()}");
            return true;
        }
        return IsDone(await GiveBackAsync(offer, giveUp));
    }

    private async Task<Reply?> GiveBackAsync(Reply offer, CancellationToken giveUp)
    {
        var (fill, version) = (offer.Body!["id"]!.GetValue<Guid>(), offer.Body["version"]!.GetValue<int>());
        return await client.PostAsync(Returns, $"Recalled-{fill}", $"{Offers}/{fill}/withdraw", new { reason = "NoLongerNeeded" }, null, version, giveUp);
    }
}
