using Coordination.Platform;

namespace Coordination.Resources.Agencies;

/// <summary>Amounts are minor units with an ISO 4217 code beside them.</summary>
internal static class Money
{
    public static Refusal? Check(long? amountMinor, string? currency, string amount = "/priceMinor") => (amountMinor, currency) switch
    {
        (null, null) => null,
        (null, _) => Refusal.Invalid(amount, "required", "A currency needs an amount."),
        (_, null) => Refusal.Invalid("/currency", "required", "An amount needs a currency."),
        _ when currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper) => Refusal.Invalid("/currency", "currency", "Three capital letters of ISO 4217."),
        _ => null,
    };
}
