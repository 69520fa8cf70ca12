using System.Buffers.Binary;

namespace Coordination.PublicInformation.Cap;

/// <summary>Shapes as one store keeps them: for each the radius (NaN for a polygon), the number of its doubles, and these; little-endian.</summary>
internal static class CapShapeBytes
{
    internal static byte[] Write(IReadOnlyList<CapShape> shapes)
    {
        var bytes = new byte[shapes.Sum(s => 12 + (8 * s.Points.Count))];
        var at = 0;
        foreach (var shape in shapes)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at), shape.RadiusKm ?? double.NaN);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 8), shape.Points.Count);
            at += 12;
            foreach (var number in shape.Points)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at), number);
                at += 8;
            }
        }
        return bytes;
    }

    internal static List<CapShape> Read(ReadOnlySpan<byte> bytes)
    {
        var shapes = new List<CapShape>();
        while (bytes.Length > 0)
        {
            var (radius, count) = (BinaryPrimitives.ReadDoubleLittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]));
            var points = new double[count];
            for (var i = 0; i < count; i++) points[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(12 + (8 * i))..]);
            shapes.Add(double.IsNaN(radius) ? CapShape.Polygon(points) : CapShape.Circle(points[0], points[1], radius));
            bytes = bytes[(12 + (8 * count))..];
        }
        return shapes;
    }
}
