using System.Buffers.Text;
using System.Security.Cryptography;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Which write made an item's postings in a trigram index: a hidden part of the item, with which the next write finds the postings that it
/// replaces. All stamps are equal, so that records that differ in nothing else are equal, too.
/// </summary>
public readonly struct TrigramStamp : IEquatable<TrigramStamp>
{
    private const int RandomBytes = 8;

    private TrigramStamp(string text) => Text = text;

    /// <summary>Whether this is the default value: the item has no postings.</summary>
    public bool IsNone => Text is null;

    /// <summary>The version of the fold and a random text: <c>1-4fK0mZ1xQeA</c>. Null if <see cref="IsNone"/> is true.</summary>
    public string? Text { get; }

    /// <summary>A new stamp, which no other write has.</summary>
    /// <param name="foldVersion">The version of the fold with which the postings are made.</param>
    internal static TrigramStamp New(int foldVersion) =>
        new($"{foldVersion}-{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes))}");

    /// <summary>The stamp that an item holds.</summary>
    /// <param name="text">The text; null or empty for none.</param>
    internal static TrigramStamp Of(string? text) => string.IsNullOrEmpty(text) ? default : new TrigramStamp(text);

    /// <summary>Whether the postings were made with a version of the fold.</summary>
    internal bool IsOf(int foldVersion) => Text?.StartsWith($"{foldVersion}-", StringComparison.Ordinal) == true;

    /// <summary>Whether it is the stamp of the same write, or both are none.</summary>
    internal bool IsSame(TrigramStamp other) => Text == other.Text;

    /// <summary>Writes the attribute, unless there is no stamp. Called by generated code.</summary>
    /// <param name="writer">The writer to write to.</param>
    /// <param name="prefix">The attribute's name and type: <c>,"trigrams:Person.Name":{"S":"</c>.</param>
    public void WriteTo(ref ItemWriter writer, ReadOnlySpan<byte> prefix)
    {
        if (Text is { } text)
            writer.WriteString(prefix, text);
    }

    /// <summary>Reads the attribute. Called by generated code.</summary>
    /// <param name="reader">The reader to read from.</param>
    public static TrigramStamp Read(ref ItemReader reader) => Of(reader.ReadString());

    /// <inheritdoc/>
    public bool Equals(TrigramStamp other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TrigramStamp;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";

    /// <summary>Whether two stamps are equal, which they are.</summary>
    public static bool operator ==(TrigramStamp left, TrigramStamp right) => left.Equals(right);

    /// <summary>Whether two stamps differ, which they do not.</summary>
    public static bool operator !=(TrigramStamp left, TrigramStamp right) => !left.Equals(right);
}
