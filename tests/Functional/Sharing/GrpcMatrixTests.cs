using System.Text;
using Coordination.Contracts;
using Coordination.Host;
using Coordination.Rpc.V1;
using Coordination.Tests.Functional.Command;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Coordination.Tests.Functional.Sharing;

/// <summary>The authorization matrix over gRPC: every method has a row, every cell is tried, and a foreign id is not found.</summary>
public sealed class GrpcMatrixTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    private static readonly MethodDescriptor[] Methods = [.. RegionModules.All.SelectMany(m => m.Rpc).SelectMany(s => s.Methods)];

    private static readonly Dictionary<string, MatrixRow> Rows = Matrix.Rows.ToDictionary(r => r.Operation, StringComparer.Ordinal);

    [Fact]
    public async Task Each_principal_is_let_in_or_kept_out_as_the_matrix_says_of_the_operation()
    {
        Assert.Equal([], Methods.Where(m => !Rows.ContainsKey(OperationOf(m))).Select(m => m.FullName));
        var faults = new List<string>();
        foreach (var principal in Matrix.Principals)
        {
            var calls = principal switch
            {
                Matrix.Anonymous => region.Calls(null),
                Matrix.NoRole => region.Calls("fire"),
                _ => region.Calls("fire", principal),
            };
            foreach (var method in Methods)
            {
                var (status, problem) = await StatusAsync(calls, method, method.IsServerStreaming ? """{"bookmarks":true}""" : Named(method));
                var kept = status == StatusCode.Unauthenticated || (status == StatusCode.PermissionDenied && problem.Contains("role-required", StringComparison.Ordinal));
                var may = Rows[OperationOf(method)].May[principal];
                if (kept == may || (principal == Matrix.Anonymous && !may && status != StatusCode.Unauthenticated)) faults.Add($"{method.FullName} as {principal}: {status} {problem}");
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_foreign_id_is_not_found_and_one_s_own_is()
    {
        var scene = await Scene.HeldAsync(region);
        var file = await IncidentFile.OpenAsync(scene, () => region.QuietAsync(scene.Exercise));
        string[] every = [Roles.Reporter, Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.PublicInformationOfficer, Roles.Approver, Roles.Integration];
        var (stranger, owner, tried) = (region.Calls("harbour", every), region.Calls("county", every), 0);
        foreach (var method in Methods.Where(m => m.InputType.FindFieldByName("id") is not null && Rows[OperationOf(m)].Relation == "incident"))
        {
            var row = Rows[OperationOf(method)];
            var input = method.InputType;
            var body = $$"""{"id":"{{file.Ids[row.Path.Split('/')[2]]}}"{{(input.FindFieldByName("version") is null ? "" : ",\"version\":1")}}{{(input.FindFieldByName("idempotency_key") is null ? "" : $",\"idempotencyKey\":\"{Guid.NewGuid()}\"")}}}""";
            var (status, problem) = await StatusAsync(stranger, method, body, scene.Exercise);
            // A body that says nothing is looked at before the thing it would change; a stranger learns of it what is true of any id.
            Assert.True(status == StatusCode.NotFound || (status == StatusCode.InvalidArgument && problem.Contains("\"pointer\"", StringComparison.Ordinal)), $"{method.FullName}: {status} {problem}");
            if (row.Method != "GET") continue;
            tried++;
            Assert.Equal((StatusCode.NotFound, StatusCode.OK), (status, (await StatusAsync(owner, method, body, scene.Exercise)).Status));
        }
        Assert.True(tried >= 4, $"{tried} were read");
    }

    /// <summary>A request that says what stands in the path and nothing else.</summary>
    private static string Named(MethodDescriptor method) => $"{{{string.Join(',',
        from field in method.InputType.Fields.InDeclarationOrder()
        where Rows[OperationOf(method)].Path.Contains($"{{{field.JsonName}}}", StringComparison.Ordinal)
        select $"\"{field.JsonName}\":{(field.FieldType != FieldType.String ? "1" : field.JsonName == "agency" ? "\"fire\"" : $"\"{Guid.NewGuid()}\"")}")}}}";

    private static string OperationOf(MethodDescriptor method) => method.GetOptions().GetExtension(OperationExtensions.Operation);

    private static async Task<(StatusCode Status, string Problem)> StatusAsync(CallInvoker calls, MethodDescriptor method, string json, Guid? exercise = null)
    {
        var called = new Method<IMessage, IMessage>(method.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary, method.Service.FullName, method.Name, Marshal(method.InputType), Marshal(method.OutputType));
        var (message, options) = (method.InputType.Parser.ParseJson(json), new CallOptions(exercise is { } id ? new Metadata { { "coordination-exercise", id.ToString() } } : [], DateTime.UtcNow.AddSeconds(60)));
        try
        {
            if (method.IsServerStreaming)
            {
                using var stream = calls.AsyncServerStreamingCall(called, null, options, message);
                await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
            }
            else
            {
                using var call = calls.AsyncUnaryCall(called, null, options, message);
                await call.ResponseAsync;
            }
            return (StatusCode.OK, "");
        }
        catch (RpcException refused)
        {
            return (refused.StatusCode, refused.Trailers.FirstOrDefault(t => t.Key == "problem-bin") is { } problem ? Encoding.UTF8.GetString(problem.ValueBytes) : refused.Status.Detail);
        }
    }

    private static Marshaller<IMessage> Marshal(MessageDescriptor type) => Marshallers.Create<IMessage>((m, c) => c.Complete(m.ToByteArray()), c => type.Parser.ParseFrom(c.PayloadAsNewBuffer()));
}
