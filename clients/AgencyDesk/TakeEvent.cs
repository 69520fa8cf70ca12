namespace Coordination.AgencyDesk;

/// <summary>An event of the region, as the sidecar delivers it.</summary>
internal static class TakeEvent
{
    internal const string Path = "/events";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, Handle);

    private static async Task<IResult> Handle(HttpRequest request, DeskOptions options, SidecarClient sidecar, HandledEvents handled, CancellationToken ct)
    {
        if (await RegionEvent.ReadAsync(request.Body, ct) is not { } e) return Verdict.Drop;
        if (handled.Knows(e.Id)) return Verdict.Success;
        if (e.AcknowledgementBy(options.Agency) is { } call)
        {
            if (!await sidecar.TellRegionAsync(call, e.Id, ct)) return Verdict.Retry;
            if (!await sidecar.PublishAsync(options.Notices, e.Type, new { call, subject = e.Subject }, ct)) return Verdict.Retry;
        }
        handled.Add(e.Id);
        return Verdict.Success;
    }
}
