using System.Buffers.Binary;
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
    private const int TimeBytes = 4;
    private const int RandomBytes = 5;

    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private TrigramStamp(string text) => Text = text;

    /// <summary>Whether this is the default value: the item has no postings.</summary>
    public bool IsNone => Text is null;

    /// <summary>
    /// The version of the fold, and a text from the time of the write and a random number: <c>1-DQqw5nK0mZ1x</c>. Null if
    /// <see cref="IsNone"/> is true.
    /// </summary>
    public string? Text { get; }

    /// <summary>A new stamp, which no other write has.</summary>
    /// <param name="foldVersion">The version of the fold with which the postings are made.</param>
    /// <param name="now">The time of the write.</param>
    internal static TrigramStamp New(int foldVersion, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[TimeBytes + RandomBytes];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)(now - Epoch).TotalSeconds);
        RandomNumberGenerator.Fill(bytes[TimeBytes..]);
        return new TrigramStamp($"{foldVersion}-{Base64Url.EncodeToString(bytes)}");
    }

    /// <summary>The time of the write that a stamp is of; null if the text is not a stamp.</summary>
    internal static DateTimeOffset? TimeOf(string text)
    {
        Span<byte> bytes = stackalloc byte[TimeBytes + RandomBytes];
        return text.IndexOf('-') is var dash and >= 0
            && Base64Url.IsValid(text.AsSpan(dash + 1), out var length) && length == bytes.Length
            && Base64Url.TryDecodeFromChars(text.AsSpan(dash + 1), bytes, out _)
            ? Epoch.AddSeconds(BinaryPrimitives.ReadUInt32BigEndian(bytes))
            : null;
    }

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
