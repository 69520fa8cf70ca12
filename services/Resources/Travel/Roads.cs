using System.Runtime.InteropServices;
using Coordination.Platform;
using Microsoft.Extensions.Configuration;

namespace Coordination.Resources.Travel;

/// <summary>
/// How long a way takes: by the region's roads where <c>COORDINATION_ROADS</c> names their file and both ends lie on them; else the great circle, made longer
/// by what roads are longer than it, at the speed of the type.
/// </summary>
internal sealed class Roads
{
    /// <summary>Roads are about this much longer than the straight way.</summary>
    internal const double Detour = 1.3;
    private readonly RoadGraph? graph;

    public Roads(IConfiguration settings) : this(Load(settings["COORDINATION_ROADS"])) { }

    internal Roads(RoadGraph? graph) => this.graph = graph;

    /// <summary>The way to a place from wherever, in minutes.</summary>
    internal Func<GeoPoint, double, Way> To(GeoPoint place)
    {
        var byRoad = graph?.To(place);
        return (start, speed) => byRoad?.Invoke(start) is { } way ? new(way.Minutes + Off(way.Kilometres, speed), IsByRoad: true) : new(Off(start.KilometresTo(place), speed), IsByRoad: false);
    }

    private static double Off(double kilometres, double speed) => kilometres * Detour / speed * 60;

    private static RoadGraph? Load(string? path)
    {
        if (path is null) return null;
        if (!File.Exists(path)) throw new StartFailedException($"COORDINATION_ROADS names {path}, which does not exist.");
        using var file = new StreamReader(path);
        try
        {
            return RoadGraph.Read(file);
        }
        catch (InvalidDataException e)
        {
            throw new StartFailedException($"COORDINATION_ROADS: {path}, {e.Message}", e);
        }
    }
}

/// <summary>A way, and whether roads of the file lead along it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Way(double Minutes, bool IsByRoad);
