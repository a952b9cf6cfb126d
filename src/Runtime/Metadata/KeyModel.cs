using System.ComponentModel;
using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>One key attribute of a table or index.</summary>
public sealed class KeyModel
{
    /// <summary>The maximum number of bytes in a partition key's value.</summary>
    public const int MaxPartitionBytes = 2048;

    /// <summary>The maximum number of bytes in a sort key's value.</summary>
    public const int MaxSortBytes = 1024;

    private readonly byte[] fusedPrefix;
    private readonly byte[] name;

    // The texts without a shard; null if the key has none.
    private KeyTemplate? whole;

    // Null if every value of the attribute's type is a key of the item type.
    private readonly KeyTemplate? texts;

    /// <summary>Describes a key attribute.</summary>
    /// <param name="attributeName">The attribute's name.</param>
    /// <param name="type">The attribute's type.</param>
    public KeyModel(string attributeName, KeyType type)
    {
        ArgumentException.ThrowIfNullOrEmpty(attributeName);
        AttributeName = attributeName;
        Type = type;
        fusedPrefix = FusedPrefix(attributeName, type);
        name = Encoding.UTF8.GetBytes(attributeName);
    }

    private KeyModel(string attributeName, KeyTemplate template)
        : this(attributeName, KeyType.String) => texts = template;

    /// <summary>Describes a key attribute that is composed of members.</summary>
    /// <param name="attributeName">The attribute's name.</param>
    /// <param name="template">The template: <c>METRIC#{Name}#{Step}</c>; braces that are text stand there twice.</param>
    /// <param name="parts">The forms of the template's parts, in order; empty if all of them are strings.</param>
    public static KeyModel Composed(string attributeName, string template, params ReadOnlySpan<KeyPart> parts)
    {
        ArgumentNullException.ThrowIfNull(template);
        return new KeyModel(attributeName, KeyTemplate.Parse(template, parts)) { Template = template };
    }

    /// <summary>Describes a String key attribute that is a member of another type than string.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <typeparam name="TConverter">Its converter.</typeparam>
    /// <param name="attributeName">The attribute's name.</param>
    public static KeyModel Converted<T, TConverter>(string attributeName)
        where TConverter : IAttributeConverter<T> =>
        new(attributeName, KeyTemplate.Whole(new ConvertedKeyPart<T, TConverter>()));

    /// <summary>Describes a key attribute of an index that an update can compose anew. Called by generated code.</summary>
    /// <param name="attributeName">The attribute's name.</param>
    /// <param name="template">The template.</param>
    /// <param name="members">The members of the template that an update can change.</param>
    /// <param name="compose">Makes the key's value from those members and from the item's own key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static KeyModel Composed(string attributeName, string template, KeyMember[] members, Func<IKeyMembers, KeyValue> compose)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(compose);
        var key = Composed(attributeName, template);
        (key.Members, key.Compose) = (members, compose);
        return key;
    }

    /// <summary>
    /// Describes a key attribute of an index that is a member of the table's key, stored again under its own name. Called by generated
    /// code.
    /// </summary>
    /// <param name="attributeName">The attribute's name.</param>
    /// <param name="type">The attribute's type.</param>
    /// <param name="compose">Takes the member's value from the item's own key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static KeyModel Copied(string attributeName, KeyType type, Func<IKeyMembers, KeyValue> compose)
    {
        ArgumentNullException.ThrowIfNull(compose);
        return new KeyModel(attributeName, type) { Compose = compose };
    }

    /// <summary>Describes the same key with the number of a write shard after it. Called by generated code.</summary>
    /// <param name="shards">The shards.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public KeyModel Sharded(WriteShardModel shards)
    {
        ArgumentNullException.ThrowIfNull(shards);
        var template = texts ?? throw new InvalidOperationException($"The key '{AttributeName}' has no template, so it can't be sharded.");
        return new KeyModel(AttributeName, template.WithShard())
        {
            Template = Template,
            Members = Members,
            Compose = Compose,
            Shards = shards,
            whole = template,
        };
    }

    /// <summary>The attribute's name.</summary>
    public string AttributeName { get; }

    /// <summary>The attribute's type.</summary>
    public KeyType Type { get; }

    /// <summary>The template that the attribute is built from, or null if it is a member's own attribute.</summary>
    public string? Template { get; private init; }

    /// <summary>
    /// The text with which every value of a template begins: <c>METRIC#</c> for <c>METRIC#{Name}</c>, the whole text if the template has
    /// no parts, empty if it begins with a part or there is no template.
    /// </summary>
    public string ConstantPrefix => texts?.Prefix ?? "";

    /// <summary>The write shards over which the key's items are spread, or null if they are not.</summary>
    public WriteShardModel? Shards { get; private init; }

    /// <summary>Whether the template has no parts, so that the attribute is <see cref="ConstantPrefix"/> in every item.</summary>
    public bool IsConstant => texts?.IsConstant == true;

    /// <summary>The members of the template that an update can change; none if the attribute is not an index's composed key.</summary>
    internal KeyMember[] Members { get; private set; } = [];

    /// <summary>Makes the key's value from its members and from the item's own key.</summary>
    internal Func<IKeyMembers, KeyValue>? Compose { get; private set; }

    /// <summary>The attribute's name and type as the writer's fused prefix: <c>,"pk":{"S":"</c>.</summary>
    public ReadOnlySpan<byte> Prefix => fusedPrefix;

    /// <summary>The attribute's name as the writer's prefix before a whole value: <c>,"pk":</c>.</summary>
    public ReadOnlySpan<byte> NamePrefix => fusedPrefix.AsSpan(0, fusedPrefix.Length - 6);

    /// <summary>Whether a name, as the reader returns it, is the attribute's name.</summary>
    internal bool IsNamed(ReadOnlySpan<byte> found) => found.SequenceEqual(name);

    /// <summary>Whether every value of the attribute's type is a key of the item type.</summary>
    internal bool MatchesAll => texts is null;

    /// <summary>Whether an item of this type can have a value: it is what the template, or the member's type, produces.</summary>
    /// <param name="value">The key attribute's value.</param>
    public bool Matches(in KeyValue value) =>
        !value.IsNone && value.Type == Type && (texts is null || (value.Text is { } text && texts.Matches(text)));

    /// <summary>Whether an item of this type can have a String value, as UTF-8.</summary>
    internal bool Matches(ReadOnlySpan<byte> utf8) => texts is null || texts.Matches(utf8);

    /// <summary>Whether a value begins as every value of the template does.</summary>
    internal bool HasPrefix(in KeyValue value) =>
        value.Type == Type && value.Text is { } text
        && (IsConstant ? text == ConstantPrefix : text.StartsWith(ConstantPrefix, StringComparison.Ordinal));

    /// <summary>Whether some value is a key both of this type and of another one.</summary>
    internal bool Meets(KeyModel other) =>
        Type == other.Type && (texts is null || other.texts is null || texts.Language.Meets(other.texts.Language));

    /// <summary>Writes the attribute: <c>,"pk":{"S":"…"}</c>.</summary>
    /// <param name="writer">The writer to write to.</param>
    /// <param name="value">The attribute's value.</param>
    /// <param name="maxBytes">The maximum number of bytes in the value.</param>
    /// <exception cref="ArgumentException">The value is absent, empty, of another type or too long.</exception>
    public void Write(ref ItemWriter writer, in KeyValue value, int maxBytes)
    {
        ThrowIfInvalid(value, maxBytes);
        writer.WriteRaw(NamePrefix);
        value.Write(ref writer);
    }

    /// <summary>Refuses a value that already names a shard, in a query that reads all of them.</summary>
    /// <exception cref="ArgumentException">The value is not the whole key.</exception>
    internal void ThrowIfNotWhole(in KeyValue value)
    {
        if (whole is not null && value.Text is { } text && !whole.Matches(text))
        {
            throw new ArgumentException(
                $"'{value}' is not a whole key '{Template}', which a query of all write shards takes. Create it with the generated "
                + "Partition or Index.");
        }
    }

    /// <summary>Checks that a value is valid for this key attribute.</summary>
    /// <param name="value">The attribute's value.</param>
    /// <param name="maxBytes">The maximum number of bytes in the value.</param>
    /// <exception cref="InvalidAttributeValueException">The value is absent, empty, of another type or too long.</exception>
    public void ThrowIfInvalid(in KeyValue value, int maxBytes)
    {
        if (value.IsNone)
        {
            throw new InvalidAttributeValueException(
                AttributeName, "is a key, but it has no value. Give the members that the key is built from a value.");
        }

        if (value.Type != Type)
        {
            throw new InvalidAttributeValueException(
                AttributeName, $"is a {Type} key, but its value is a {value.Type}. Pass a value of the key's type.");
        }

        if (value.Type == KeyType.Number)
            return;

        ThrowIfInvalid(value.ByteCount, maxBytes);
    }

    /// <summary>Checks the length of a value that is a String or Binary.</summary>
    /// <exception cref="InvalidAttributeValueException">The value is empty or too long.</exception>
    internal void ThrowIfInvalid(int bytes, int maxBytes)
    {
        if (bytes == 0)
        {
            throw new InvalidAttributeValueException(
                AttributeName, "is a key, but its value is empty. Give the members that the key is built from a value.");
        }

        if (bytes > maxBytes)
        {
            throw new InvalidAttributeValueException(
                AttributeName,
                $"is a key of {bytes} bytes, but DynamoDB accepts at most {maxBytes}. "
                + "Shorten the members that the key is built from, or use a hash of them.");
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{AttributeName} ({Type}{(Template is null ? "" : $": {Template}")}{(Shards is null ? "" : $", {Shards}")})";

    private static byte[] FusedPrefix(string attributeName, KeyType type)
    {
        using var buffer = WireBuffer.Rent(attributeName.Length * 3 + 16);
        var writer = new ItemWriter(buffer);
        writer.WriteName(attributeName);
        writer.WriteRaw(type switch
        {
            KeyType.String => "{\"S\":\""u8,
            KeyType.Number => "{\"N\":\""u8,
            KeyType.Binary => "{\"B\":\""u8,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        });
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
