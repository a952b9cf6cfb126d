using System.ComponentModel;
using DynamoToolkit.Wire;

namespace DynamoToolkit.CompilerServices;

/// <summary>Copies a version's attributes into version 0, one after another. Only generated code calls it.</summary>
/// <param name="version">The version's bytes, as its mapping wrote them: without white space, and the keys first.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct VersionCopy(ReadOnlySpan<byte> version)
{
    private readonly ReadOnlySpan<byte> version = version;
    private JsonCursor cursor = new(version);

    /// <summary>Copies the next attribute.</summary>
    /// <param name="writer">A writer inside a map.</param>
    public void Attribute(ref ItemWriter writer) => Write(ref writer, Next());

    /// <summary>Copies the next attribute with another end: the sort key, whose text ends with the version.</summary>
    /// <param name="writer">A writer inside a map.</param>
    /// <param name="end">The end, which is as long as the one that it replaces.</param>
    public void Attribute(ref ItemWriter writer, scoped ReadOnlySpan<byte> end)
    {
        var attribute = Next();
        Write(ref writer, attribute[..^end.Length]);
        writer.WriteRaw(end);
    }

    /// <summary>Leaves out the next attribute.</summary>
    public void Skip() => Next();

    /// <summary>Leaves out the next attribute if it has a name.</summary>
    /// <param name="name">The name.</param>
    public void SkipIf(scoped ReadOnlySpan<byte> name)
    {
        var ahead = cursor;
        if (ahead.NextMember(out var found) && found.SequenceEqual(name))
            Next();
    }

    /// <summary>Copies all attributes that are left.</summary>
    /// <param name="writer">A writer inside a map.</param>
    public readonly void Rest(ref ItemWriter writer) => writer.WriteRaw(version[cursor.Position..^1]);

    private static void Write(ref ItemWriter writer, ReadOnlySpan<byte> attribute)
    {
        // The first attribute has the opening brace in the place of its comma.
        writer.WriteComma();
        writer.WriteRaw(attribute[1..]);
    }

    /// <summary>The next attribute, with the comma or brace before it.</summary>
    private ReadOnlySpan<byte> Next()
    {
        var start = cursor.Position;
        cursor.NextMember(out _);
        cursor.Skip();
        return version[start..cursor.Position];
    }
}
