using System.ComponentModel;
using DynamoToolkit.Wire;

namespace DynamoToolkit.CompilerServices;

/// <summary>
/// Copies a version's attributes into version 0. It walks over the keys, which are scalars and come first, and moves what lies between two
/// changes in one piece. Only generated code calls it.
/// </summary>
/// <param name="version">The version's bytes, as its mapping wrote them: without white space, and the keys first.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct VersionCopy(ReadOnlySpan<byte> version)
{
    private readonly ReadOnlySpan<byte> version = version;
    private int copied;
    private int position;

    /// <summary>Copies the next key.</summary>
    public void Keep() => position = EndOfAttribute();

    /// <summary>Copies the next key with another end: the sort key, whose text ends with the version.</summary>
    /// <param name="writer">A writer inside a map.</param>
    /// <param name="end">The end, which is as long as the one that it replaces.</param>
    public void Keep(ref ItemWriter writer, scoped ReadOnlySpan<byte> end)
    {
        Keep();
        writer.WriteRaw(version[copied..(position - end.Length)]);
        writer.WriteRaw(end);
        copied = position;
    }

    /// <summary>Leaves out the next key.</summary>
    /// <param name="writer">A writer inside a map.</param>
    public void Skip(ref ItemWriter writer)
    {
        writer.WriteRaw(version[copied..position]);
        position = copied = EndOfAttribute();
    }

    /// <summary>Leaves out the next key if it is one that only some items have.</summary>
    /// <param name="writer">A writer inside a map.</param>
    /// <param name="beginning">The key's comma and name: <c>,"team":</c>.</param>
    public void SkipIf(ref ItemWriter writer, scoped ReadOnlySpan<byte> beginning)
    {
        if (version[position..].StartsWith(beginning))
            Skip(ref writer);
    }

    /// <summary>Copies everything that is left.</summary>
    /// <param name="writer">A writer inside a map.</param>
    public readonly void Rest(ref ItemWriter writer) => writer.WriteRaw(version[copied..^1]);

    /// <summary>Where the key at the current position ends: <c>,"name":{"S":"value"}</c>, with a comma or brace before it.</summary>
    private readonly int EndOfAttribute()
    {
        var name = EndOfText(position + ",\"".Length);
        return EndOfText(name + ":{\"S\":\"".Length) + "}".Length;
    }

    /// <summary>Where a JSON string ends, after its quote.</summary>
    private readonly int EndOfText(int start)
    {
        while (true)
        {
            start += version[start..].IndexOfAny((byte)'"', (byte)'\\');
            if (version[start] == (byte)'"')
                return start + 1;
            start += 2;
        }
    }
}
