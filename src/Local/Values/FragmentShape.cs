namespace DynamoToolkit.Local.Values;

/// <summary>
/// Where the names in a fragment (<see cref="WireFragments"/>) are, so that attributes are found without unpacking the item.
/// </summary>
internal sealed class FragmentShape
{
    private const byte Quote = (byte)'"';
    private const int OpeningLength = 6;

    private FragmentShape(FragmentName[] names, int change)
    {
        Names = names;
        Change = change;
    }

    /// <summary>The names, also those of types.</summary>
    public FragmentName[] Names { get; }

    /// <summary>How many more levels of braces and brackets are open at the end than at the beginning.</summary>
    public int Change { get; }

    /// <summary>The shape of a fragment.</summary>
    public static FragmentShape Of(ReadOnlySpan<byte> fragment)
    {
        var names = new List<FragmentName>();
        var depth = 0;

        // A quote at the beginning ends a content, and one at the end begins a content.
        for (var place = fragment is [Quote, ..] ? 1 : 0; place < fragment.Length; place++)
        {
            switch (fragment[place])
            {
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']':
                    depth--;
                    break;
                case Quote when place < fragment.Length - 1:
                    var end = WireText.EndOf(fragment, place + 1);
                    names.Add(new FragmentName(place + 1, end - place - 1, depth, ScalarAt(fragment[(end + 2)..])));
                    place = end + 1;
                    break;
            }
        }

        return new FragmentShape([.. names], depth);
    }

    // A type with one letter whose content is a string, if this is all that is left: {"S":"
    private static ValueKind? ScalarAt(ReadOnlySpan<byte> rest) =>
        rest.Length == OpeningLength && rest[^1] == Quote && ValueKinds.TryParse(rest.Slice(2, 1), out var kind) ? kind : null;
}
