using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>Reads <c>order_by</c>: entries <c>key [ASC|DESC]</c>, no key twice.</summary>
internal static class OrderByParser
{
    /// <summary>Reads the entries.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="fieldOf">Resolves the key of an entry.</param>
    public static List<OrderKey<TField>> Parse<TField>(IReadOnlyList<string> entries, Func<Token, TField> fieldOf)
    {
        var keys = entries.Select(entry => ParseEntry(entry, fieldOf)).ToList();
        if (keys.DistinctBy(key => key.Field).Count() < keys.Count)
            throw MlflowException.Invalid($"`order_by` contains duplicate fields: [{string.Join(", ", entries.Select(e => $"'{e}'"))}]");

        return keys;
    }

    /// <summary>The error of a key by which nothing can be sorted.</summary>
    /// <param name="identifier">The key.</param>
    /// <param name="validKeys">The keys that there are, as messages show them: <c>'name', 'timestamp'</c>.</param>
    public static MlflowException UnknownKey(Token identifier, string validKeys) =>
        MlflowException.Invalid($"Invalid order by key '{identifier.Source}' specified. Valid keys are '[{validKeys}]'");

    /// <summary>The error of a key that is not an attribute by which can be sorted, where MLflow says so.</summary>
    /// <param name="identifier">The key.</param>
    /// <param name="validKeys">The keys that there are, as messages show them.</param>
    public static MlflowException UnknownAttribute(Token identifier, string validKeys)
    {
        var (entity, key) = FieldName.Of(identifier);
        return FieldName.IsTag(entity)
            ? MlflowException.Invalid("Invalid order_by entity: tag")
            : MlflowException.Invalid($"Invalid attribute key '{key}' specified. Valid keys are '[{validKeys}]'");
    }

    private static OrderKey<TField> ParseEntry<TField>(string entry, Func<Token, TField> fieldOf)
    {
        var tokens = FilterLexer.Tokenize(entry);
        if (tokens.Count is 0 or > 2) throw MlflowException.Invalid($"Invalid order_by clause '{entry}'. Could not be parsed.");
        var isDescending = tokens.Count > 1 && tokens[1].Is("DESC");
        var isDirected = tokens.Count is 2 && (isDescending || tokens[1].Is("ASC"));
        if (tokens[0].Kind is not (TokenKind.Word or TokenKind.DoubleQuoted) || (tokens.Count > 1 && !isDirected))
            throw MlflowException.Invalid($"Invalid ordering key in order_by clause '{entry}'.");

        return new OrderKey<TField>(fieldOf(tokens[0]), isDescending);
    }
}
