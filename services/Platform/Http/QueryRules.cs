using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Coordination.Platform;

/// <summary>The framework takes <c>?state=1</c> and <c>?state=Met,Breached</c> for an enumeration; a caller means a name, and one.</summary>
internal static class QueryRules
{
    internal static Refusal? Check(HttpContext http)
    {
        if (http.Request.Query.Count == 0 || http.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>() is not { } handler) return null;
        foreach (var parameter in handler.GetParameters())
        {
            var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
            if (!type.IsEnum || !http.Request.Query.TryGetValue(parameter.Name!, out var given)) continue;
            if (!Enum.GetNames(type).Contains(given.ToString(), StringComparer.Ordinal))
                return Refusal.Invalid($"?{parameter.Name}", "parameter", $"Must be one of: {string.Join(", ", Enum.GetNames(type))}.");
        }
        return null;
    }
}
