using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Coordination.Platform;

/// <summary>The OpenAPI 3.1 document of a service: what the slices declare, and what Platform demands of every call.</summary>
internal static class ApiDocument
{
    /// <summary>The name under which the bearer token stands in every document.</summary>
    private const string Token = "token";

    internal static void Add(IServiceCollection services, string name) => services.AddOpenApi(name, o =>
    {
        o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = $"Coordination: {name}", Version = "v1" };
            document.Servers = [];
            document.AddComponent<IOpenApiSecurityScheme>(Token, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" });
            AnswerSchemas.Loosen(document);
            return Task.CompletedTask;
        });
        o.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
        o.AddSchemaTransformer((schema, context, _) =>
        {
            Constrain(schema, context);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var method = context.Description.HttpMethod ?? "GET";
        operation.Parameters ??= [];
        Header("Coordination-Exercise", "The exercise the call belongs to.", required: false, JsonSchemaType.String, "uuid");
        if (method == "POST" && !metadata.OfType<ReadOnlyRoute>().Any())
            Header("Idempotency-Key", "A key of your own: sending the call again with it does nothing twice.", required: !metadata.OfType<SelfNamedRoute>().Any(), JsonSchemaType.String, null);
        if (metadata.OfType<XmlRoute>().Any())
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/xml"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } } },
            };
        if (metadata.OfType<IfMatchRequired>().Any()) Header("If-Match", "ETag of the version you decided on.", required: true, JsonSchemaType.String, null);
        if (metadata.OfType<Paging.Paged>().Any())
        {
            operation.Parameters.Add(Query("cursor", JsonSchemaType.String));
            operation.Parameters.Add(Query("limit", JsonSchemaType.Integer));
        }
        // What anyone may call names no scheme; the gateway lets a call without a token through to that alone.
        if (!metadata.OfType<IAllowAnonymous>().Any())
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }];
        if (metadata.OfType<RequiredRoles>().FirstOrDefault() is { } roles)
            operation.Extensions = new Dictionary<string, IOpenApiExtension>
            {
                ["x-roles"] = new JsonNodeExtension(new JsonArray([.. roles.Roles.Select(r => (JsonNode)r)])),
            };
        if (metadata.OfType<XmlRoute>().FirstOrDefault() is { Most: not CallMiddleware.BodyLimit } large) operation.AddExtension("x-body-bytes", new JsonNodeExtension(JsonValue.Create(large.Most)));
        operation.Responses ??= [];
        operation.Responses.TryAdd("default", new OpenApiResponse { Description = "A problem document (RFC 9457)." });

        void Header(string name, string description, bool required, JsonSchemaType type, string? format) => operation.Parameters!.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema { Type = type, Format = format },
        });
    }

    private static OpenApiParameter Query(string name, JsonSchemaType type) =>
        new() { Name = name, In = ParameterLocation.Query, Schema = new OpenApiSchema { Type = type } };

    /// <summary>A text that a converter of the member's own reads: the generator says nothing of it.</summary>
    private static void TakeAsItComes(OpenApiSchema schema, JsonPropertyInfo member)
    {
        schema.Type = member.IsGetNullable ? JsonSchemaType.Null | JsonSchemaType.String : JsonSchemaType.String;
        if (member.PropertyType == typeof(DateTimeOffset?)) schema.Format = "date-time";
        (schema.Extensions ??= new Dictionary<string, IOpenApiExtension>())["x-as-it-comes"] = new JsonNodeExtension(JsonValue.Create(true));
    }

    private static void Constrain(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonPropertyInfo?.AttributeProvider is not { } attributes) return;
        foreach (var attribute in attributes.GetCustomAttributes(true))
            switch (attribute)
            {
                case TextAttribute text: (schema.MinLength, schema.MaxLength) = (text.Min, text.Max); break;
                case ItemsAttribute items: (schema.MinItems, schema.MaxItems) = (items.Min, items.Max); break;
                case RangeAttribute range: (schema.Minimum, schema.Maximum) = ($"{range.Minimum}", $"{range.Maximum}"); break;
                case JsonConverterAttribute: TakeAsItComes(schema, context.JsonPropertyInfo); break;
                case NotInFutureAttribute: schema.Description = "Not in the future."; break;
            }
    }
}
