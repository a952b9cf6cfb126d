using TrackingStore.Protocol;

namespace TrackingStore.Search;

/// <summary>Which operators and values a field takes.</summary>
internal static class ComparisonRules
{
    private static readonly string[] NumberOperators = ["=", "!=", ">", ">=", "<", "<="];
    private static readonly string[] TextOperators = ["=", "!=", "LIKE", "ILIKE"];
    private static readonly string[] ListOperators = ["=", "!=", "LIKE", "ILIKE", "IN", "NOT IN"];

    /// <summary>A comparison of a number.</summary>
    /// <param name="clause">The comparison as written.</param>
    /// <param name="field">Its field.</param>
    /// <param name="what">What messages call the field.</param>
    public static Comparison OfNumber(Clause clause, FieldName field, string what)
    {
        RequireOperator(clause, NumberOperators);
        if (clause.Value.Kind != TokenKind.Number || !WireNumbers.TryParseDouble(clause.Value.Text, out var number))
        {
            throw MlflowException.Invalid($"Expected numeric value type for {what}. Found {clause.Value.Source}");
        }

        return new Comparison(field, clause.Operator, number, []);
    }

    /// <summary>A comparison of a text.</summary>
    public static Comparison OfText(Clause clause, FieldName field) => Text(clause, field, TextOperators);

    /// <summary>A comparison of a text that may also be looked up in a list.</summary>
    public static Comparison OfTextOrList(Clause clause, FieldName field) => Text(clause, field, ListOperators);

    private static Comparison Text(Clause clause, FieldName field, string[] operators)
    {
        RequireOperator(clause, operators);
        return new Comparison(field, clause.Operator, 0, [.. (clause.List ?? [clause.Value]).Select(token => QuotedText(token, field))]);
    }

    private static string QuotedText(Token token, FieldName field)
    {
        if (token.Kind is TokenKind.SingleQuoted or TokenKind.DoubleQuoted) return token.Text;
        if (token.Kind is TokenKind.Number)
        {
            var what = field.Entity switch
            {
                EntityKind.Parameter => "param",
                EntityKind.Tag => "tag",
                EntityKind.Dataset => "dataset",
                _ => "attributes",
            };
            throw MlflowException.Invalid($"Expected a quoted string value for {what} (e.g. 'my-value'). Got value {token.Source}");
        }

        throw MlflowException.Invalid(
            "Parameter value is either not quoted or unidentified quote types used for string value " +
            $"{token.Source}. Use either single or double quotes.");
    }

    private static void RequireOperator(Clause clause, string[] operators)
    {
        if (operators.Contains(clause.Operator)) return;
        throw MlflowException.Invalid($"Invalid comparator '{clause.Operator}' not one of '{string.Join(", ", operators)}'");
    }
}
