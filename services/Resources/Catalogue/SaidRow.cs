using System.Text.Json.Nodes;

namespace Coordination.Resources.Catalogue;

/// <summary>What a row says of a thing that is there: what it names is so, what it names as nothing is nothing, and what it does not name stays as it is.</summary>
internal static class SaidRow
{
    /// <summary>The row with what it does not name from before; a row of another kind is left as it is, and refused for that.</summary>
    public static CatalogueRow Over(this CatalogueRow row, JsonObject said, CatalogueRow before)
    {
        return row.Kind != before.Kind ? row : row with
        {
            Name = Of("name", row.Name, before.Name),
            Quantity = Of("quantity", row.Quantity, before.Quantity),
            NimsType = Of("nimsType", row.NimsType, before.NimsType),
            Rank = Of("rank", row.Rank, before.Rank),
            Source = Of("source", row.Source, before.Source),
            ExpiresAt = Of("expiresAt", row.ExpiresAt, before.ExpiresAt),
            Latitude = Of("latitude", row.Latitude, before.Latitude),
            Longitude = Of("longitude", row.Longitude, before.Longitude),
            DutyNumber = Of("dutyNumber", row.DutyNumber, before.DutyNumber),
            AmountMinor = Of("amountMinor", row.AmountMinor, before.AmountMinor),
            Currency = Of("currency", row.Currency, before.Currency),
        };

        T Of<T>(string name, T now, T then) => said.ContainsKey(name) ? now : then;
    }
}
