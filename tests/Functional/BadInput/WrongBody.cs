using System.Text.Json.Nodes;

namespace Coordination.Tests.Functional.BadInput;

/// <summary>A body that is wrong in one place, and the pointer and rule that the refusal must name.</summary>
internal sealed record WrongBody(string Pointer, string Rule, JsonNode Body)
{
    /// <summary>Every way in which a body can break its schema, member by member, three levels deep.</summary>
    internal static IEnumerable<WrongBody> Of(ApiOperation operation)
    {
        var valid = ValidBody.Of(operation.Schemas, operation.Body!, optionalToo: true);
        if (valid is not JsonObject) yield break;
        foreach (var wrong in Members(operation.Schemas, operation.Schemas.Resolve(operation.Body!), valid, "", [], 0)) yield return wrong;
    }

    private static IEnumerable<WrongBody> Members(ApiSchemas schemas, JsonObject schema, JsonNode root, string at, object[] path, int depth)
    {
        if (depth > 2 || schema["properties"] is null) yield break;
        if (schema["additionalProperties"]?.GetValueKind() == System.Text.Json.JsonValueKind.False)
            yield return new($"{at}/noSuchMember", "unknown-member", With(root, [.. path, "noSuchMember"], JsonValue.Create(1)));
        var required = (schema["required"]?.AsArray() ?? []).Select(r => r!.GetValue<string>()).ToHashSet();
        foreach (var (name, member) in schema["properties"]!.AsObject())
        {
            var pointer = $"{at}/{name}";
            object[] here = [.. path, name];
            if (required.Contains(name)) yield return new(pointer, "required", With(root, here, null, remove: true));
            if (!ApiSchemas.MayBeNull(member!) && required.Contains(name)) yield return new(pointer, "null", With(root, here, null));
            var resolved = schemas.Resolve(member!);
            foreach (var (rule, value) in WrongValue.Of(resolved)) yield return new(pointer, rule, With(root, here, value));
            var type = ApiSchemas.TypeOf(resolved);
            if (type == "object")
                foreach (var inner in Members(schemas, resolved, root, pointer, here, depth + 1)) yield return inner;
            if (type == "array" && schemas.Resolve(resolved["items"]!) is var item && ApiSchemas.TypeOf(item) == "object")
                foreach (var inner in Members(schemas, item, root, $"{pointer}/0", [.. here, 0], depth + 1)) yield return inner;
        }
    }

    private static JsonNode With(JsonNode root, object[] path, JsonNode? value, bool remove = false)
    {
        var copy = root.DeepClone();
        JsonNode at = copy;
        foreach (var step in path[..^1]) at = (step is int index ? at[index] : at[(string)step])!;
        var name = (string)path[^1];
        if (remove) at.AsObject().Remove(name);
        else at[name] = value;
        return copy;
    }
}
