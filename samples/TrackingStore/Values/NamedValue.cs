using System.Text;

namespace TrackingStore.Values;

/// <summary>A tag or a parameter.</summary>
internal sealed record NamedValue(string Name, string Value)
{
    /// <summary>How long it is, in characters.</summary>
    public int Weight => Name.Length + Value.Length;

    /// <summary>How long it is, in bytes of UTF-8.</summary>
    public long Bytes => BytesOf(Name, Value);

    /// <summary>How long a tag or a parameter is, in bytes of UTF-8.</summary>
    public static long BytesOf(string name, string value) => Encoding.UTF8.GetByteCount(name) + Encoding.UTF8.GetByteCount(value);
}
