using System.Text;

namespace DynamoToolkit.Wire;

/// <content>What went wrong, and where.</content>
public ref partial struct ItemReader
{
    private const int MaxQuoted = 60;

    /// <summary>Creates the error of a required attribute that the map just read does not have.</summary>
    /// <param name="attributeName">The attribute.</param>
    /// <param name="itemType">The type that was being read.</param>
    public readonly ItemFormatException Missing(string attributeName, Type itemType) =>
        ItemFormatException.Missing(PathInMap(attributeName), itemType);

    /// <summary>Creates the error of a map that does not say of which type of a family it is.</summary>
    /// <param name="attributeName">The attribute that holds the type's name.</param>
    /// <param name="itemType">The base class of the family.</param>
    public readonly ItemFormatException MissingTypeName(string attributeName, Type itemType)
    {
        ArgumentNullException.ThrowIfNull(itemType);
        return new ItemFormatException(PathInMap(attributeName), $"the name of a type of {itemType.Name}", "no such attribute", itemType);
    }

    /// <summary>Creates the error of a value, just read, that does not fit the type.</summary>
    /// <param name="expected">What was expected.</param>
    /// <param name="found">The text that was found.</param>
    public readonly ItemFormatException Unexpected(string expected, ReadOnlySpan<byte> found)
        => new(Path(position, valueIsClosed: true), expected, Quote(found));

    /// <inheritdoc cref="Unexpected(string, ReadOnlySpan{byte})"/>
    public readonly ItemFormatException Unexpected(string expected, string found) => Unexpected(expected, Encoding.UTF8.GetBytes(found));

    /// <summary>Creates the error of a name in a map, just read, that does not fit the type.</summary>
    /// <param name="expected">What was expected.</param>
    /// <param name="name">The name that was found.</param>
    public readonly ItemFormatException UnexpectedName(string expected, ReadOnlySpan<byte> name)
        => new(Path(position), $"a name that is {expected}", Quote(name));

    /// <summary>Creates the error of a value of an unexpected type. The position is before the value.</summary>
    internal ItemFormatException Mismatch(string expected)
    {
        var path = Path(position);
        var found = elementTag != 0 ? $"an element of a set ({(char)elementTag}S)" : Describe();
        return new ItemFormatException(path, expected, found);
    }

    /// <summary>Creates the error of a value of the right type whose text cannot be read.</summary>
    private readonly ItemFormatException Unreadable(int start, string expected, ReadOnlySpan<byte> text)
        => new(Path(start), expected, Quote(text));

    /// <summary>Creates the error of bytes that are not the expected JSON.</summary>
    private readonly ItemFormatException Malformed(string expected)
    {
        var found = position >= span.Length
            ? "the end of the text"
            : $"{Quote(span[position..Math.Min(span.Length, position + 16)])} at byte {position}";
        return new ItemFormatException(Path(position), expected, found);
    }

    private string Describe()
    {
        var start = position;
        try
        {
            var tag = Encoding.UTF8.GetString(FindTag());
            return tag switch
            {
                "S" => StringType,
                "N" => NumberType,
                "B" => "Binary (B)",
                "BOOL" => "Boolean (BOOL)",
                "NULL" => "NULL",
                "M" => "Map (M)",
                "L" => "List (L)",
                "SS" => "String Set (SS)",
                "NS" => "Number Set (NS)",
                "BS" => "Binary Set (BS)",
                _ => Quote(Encoding.UTF8.GetBytes(tag)),
            };
        }
        finally
        {
            position = start;
        }
    }

    private readonly string Path(int end, bool valueIsClosed = false)
    {
        var item = span[itemStart..Math.Clamp(end, itemStart, span.Length)];

        // Dropping the value's own brackets leaves its attribute as the open one.
        if (valueIsClosed && elementTag == 0)
            item = item.LastIndexOf((byte)'}') is >= 0 and var closing ? item[..closing] : item;

        return AttributePathText.Of(item);
    }

    private static string Quote(ReadOnlySpan<byte> text)
        => text.Length <= MaxQuoted ? $"'{Encoding.UTF8.GetString(text)}'" : $"'{Encoding.UTF8.GetString(text[..MaxQuoted])}…'";

    /// <summary>The path of an attribute of the map that was just read.</summary>
    private readonly string PathInMap(string attributeName)
    {
        // Without its closing brace, the map is the innermost open container.
        var item = span[itemStart..position];
        var parent = AttributePathText.OfMap(item[..Math.Max(item.LastIndexOf((byte)'}'), 0)]);
        return parent.Length == 0 ? attributeName : $"{parent}.{attributeName}";
    }
}
