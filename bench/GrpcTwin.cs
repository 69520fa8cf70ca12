using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Coordination.Bench;

/// <summary>The floors of a unary call: Kestrel that writes the five bytes of a frame and the answer, and the reference server of another language.</summary>
internal static class GrpcTwin
{
    private const string Method = "/grpc.health.v1.Health/Check";

    internal static RunningProcess StartKestrel() => RunningProcess.Start("dotnet", [typeof(GrpcTwin).Assembly.Location, "--twin", "grpc", "{url}"], _ => []);

    internal static async Task<int> RunAsync(string url)
    {
        var builder = Twin.Builder();
        builder.WebHost.ConfigureKestrel(k => k.ConfigureEndpointDefaults(e => e.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.MapPost(Method, async (HttpContext http) =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null);
            http.Response.ContentType = "application/grpc";
            http.Response.DeclareTrailer("grpc-status");
            await http.Response.Body.WriteAsync((byte[])[0, 0, 0, 0, 2, 8, 1]);
            http.Response.AppendTrailer("grpc-status", "0");
        });
        await app.RunAsync(url);
        return 0;
    }

    /// <summary>Null when the package is not installed.</summary>
    internal static async Task<RunningProcess?> StartPythonAsync(string folder)
    {
        if (!Directory.Exists("/usr/lib/python3/dist-packages/grpc")) return null;
        var file = Path.Combine(folder, "health.py");
        await File.WriteAllTextAsync(file, Server);
        return RunningProcess.Start("/usr/bin/python3", [file, "{url}"], _ => []);
    }

    private const string Server = """
        import sys, grpc
        from concurrent import futures
        check = grpc.unary_unary_rpc_method_handler(lambda request, context: b"\x08\x01")
        server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
        server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler("grpc.health.v1.Health", {"Check": check}),))
        server.add_insecure_port(sys.argv[1].split("//")[1])
        server.start()
        server.wait_for_termination()
        """;
}
