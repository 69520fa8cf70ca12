using System.Runtime.CompilerServices;

namespace Coordination.Tests.Unit;

/// <summary>What coord says is compared in English, also on a machine whose language is Chinese.</summary>
internal static class EnglishByDefault
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("COORDINATION_LANG", "en");
}
