using TrackingStore.Protocol;

namespace TrackingStore.Search;

/// <summary>One key to sort by.</summary>
internal readonly record struct OrderEntry(FieldName Field, bool Descending)
{
    /// <summary>Reads the entries of an order: <c>key [ASC|DESC]</c>, no key twice.</summary>
    public static List<OrderEntry> Parse(IReadOnlyList<string> entries, Func<Token, FieldName> field)
    {
        var parsed = entries.Select(entry => Parse(entry, field)).ToList();
        if (parsed.DistinctBy(e => e.Field).Count() < parsed.Count)
        {
            throw MlflowException.Invalid($"`order_by` contains duplicate fields: [{string.Join(", ", entries.Select(e => $"'{e}'"))}]");
        }

        return parsed;
    }

    private static OrderEntry Parse(string entry, Func<Token, FieldName> field)
    {
        var tokens = FilterLexer.Tokenize(entry);
        if (tokens.Count is 0) throw MlflowException.Invalid($"Invalid order_by clause '{entry}'. Could not be parsed.");
        var descending = tokens.Count > 1 && tokens[1].Is("DESC");
        var isDirected = tokens.Count is 2 && (descending || tokens[1].Is("ASC"));
        if (tokens[0].Kind is not (TokenKind.Word or TokenKind.DoubleQuoted) || (tokens.Count > 1 && !isDirected))
        {
            throw MlflowException.Invalid($"Invalid ordering key in order_by clause '{entry}'.");
        }

        return new OrderEntry(field(tokens[0]), descending);
    }
}
