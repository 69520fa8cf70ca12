using System.Globalization;

namespace Coordination.Platform;

/// <summary>How much one agency may ask of a process, and how much all of them together.</summary>
/// <param name="Calls">Calls that an agency may make in a minute; <c>COORDINATION_QUOTA</c>, default 60000. Life-safety calls take none of it.</param>
/// <param name="AtOnce">Calls of an agency that may run at the same time; <c>COORDINATION_QUOTA_AT_ONCE</c>, default 64.</param>
/// <param name="Capacity">Calls that may run at the same time in all; <c>COORDINATION_CAPACITY</c>, default 512.</param>
internal sealed record QuotaOptions(int Calls = 60_000, int AtOnce = 64, int Capacity = 512)
{
    internal const int WindowSeconds = 60;

    /// <exception cref="StartFailedException">Says which setting is wrong.</exception>
    internal static QuotaOptions Read(Func<string, string?> setting)
    {
        var standard = new QuotaOptions();
        return new(Number("QUOTA", standard.Calls), Number("QUOTA_AT_ONCE", standard.AtOnce), Number("CAPACITY", standard.Capacity));

        int Number(string name, int otherwise) => setting(name) is not { } text ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw new StartFailedException($"COORDINATION_{name} must be a whole number above zero, not '{text}'.");
    }
}
