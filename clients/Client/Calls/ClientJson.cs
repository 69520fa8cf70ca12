using System.Text.Json;
using System.Text.Json.Serialization;
using Coordination.Contracts;

namespace Coordination.Client.Calls;

/// <summary>The region's dialect as a client reads it: members and values of a newer region are passed over, members without a value are not there.</summary>
internal static class ClientJson
{
    internal static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(Wire.Json) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip, RespectRequiredConstructorParameters = false };
        options.Converters.Insert(0, new OpenVocabulary());
        return options;
    }
}
