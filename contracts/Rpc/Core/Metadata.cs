using System.Text;

namespace Grpc.Core;

/// <summary>Headers or trailers of a call: lower-case names; a name that ends in <c>-bin</c> carries bytes.</summary>
public sealed class Metadata : List<Metadata.Entry>
{
    /// <summary>End of a name whose value is bytes.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>None.</summary>
    public static Metadata Empty => [];

    /// <summary>Adds a text.</summary>
    public void Add(string key, string value) => Add(new Entry(key, value));

    /// <summary>Adds bytes.</summary>
    public void Add(string key, byte[] value) => Add(new Entry(key, value));

    /// <summary>The newest text under a name, or null.</summary>
    public string? GetValue(string key) => this.LastOrDefault(e => e.Key == key)?.Value;

    /// <summary>One name and its value.</summary>
    public sealed class Entry
    {
        /// <summary>A text.</summary>
        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(key);
            (Key, Value, ValueBytes) = (key.ToLowerInvariant(), value, Encoding.ASCII.GetBytes(value));
        }

        /// <summary>Bytes; the name must end in <c>-bin</c>.</summary>
        public Entry(string key, byte[] value)
        {
            ArgumentNullException.ThrowIfNull(key);
            (Key, Value, ValueBytes) = (key.ToLowerInvariant(), "", value);
        }

        /// <summary>The name.</summary>
        public string Key { get; }

        /// <summary>The text; empty where it is bytes.</summary>
        public string Value { get; }

        /// <summary>The bytes.</summary>
        public byte[] ValueBytes { get; }

        /// <summary>True where the value is bytes.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);
    }
}
