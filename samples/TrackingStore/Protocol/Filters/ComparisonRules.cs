using TrackingStore.Protocol.Requests;
using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>Which operators and values a field takes.</summary>
internal static class ComparisonRules
{
    private static readonly string[] NumberOperators = ["=", "!=", ">", ">=", "<", "<="];
    private static readonly string[] TextOperators = ["=", "!=", "LIKE", "ILIKE"];
    private static readonly string[] OptionalOperators = ["=", "!=", "LIKE", "ILIKE", "IS NULL", "IS NOT NULL"];
    private static readonly string[] ListOperators = ["=", "!=", "LIKE", "ILIKE", "IN", "NOT IN"];

    /// <summary>A comparison of a number.</summary>
    /// <param name="clause">The comparison as written.</param>
    /// <param name="what">What messages call the field.</param>
    public static Comparison OfNumber(Clause clause, string what)
    {
        var kind = OperatorOf(clause, NumberOperators);
        if (clause.Value.Kind != TokenKind.Number || !WireNumbers.TryParseDouble(clause.Value.Text, out var number))
            throw MlflowException.Invalid($"Expected numeric value type for {what}. Found {clause.Value.Source}");

        return new Comparison(kind, number);
    }

    /// <summary>A comparison of a text.</summary>
    /// <param name="clause">The comparison as written.</param>
    /// <param name="what">What messages call the field.</param>
    public static Comparison OfText(Clause clause, string what) => Text(clause, what, TextOperators);

    /// <summary>A comparison of a text that may be absent, and that may also be asked whether it is.</summary>
    /// <param name="clause">The comparison as written.</param>
    /// <param name="what">What messages call the field.</param>
    public static Comparison OfOptionalText(Clause clause, string what) => Text(clause, what, OptionalOperators);

    /// <summary>Refuses the question whether a field is absent that no item can be without.</summary>
    /// <param name="clause">The comparison as written.</param>
    /// <param name="supported">What may be asked for, as messages name it.</param>
    /// <param name="field">The field, as messages name it.</param>
    public static void RequireValue(Clause clause, string supported, string field)
    {
        if (clause.Operator is "IS NULL" or "IS NOT NULL")
            throw MlflowException.Invalid($"IS NULL / IS NOT NULL is only supported for {supported}, not for {field}");
    }

    /// <summary>A comparison of a text that may also be looked up in a list.</summary>
    /// <param name="clause">The comparison as written.</param>
    /// <param name="what">What messages call the field.</param>
    public static Comparison OfTextOrList(Clause clause, string what) => Text(clause, what, ListOperators);

    private static Comparison Text(Clause clause, string what, string[] operators) => new(
        OperatorOf(clause, operators),
        [.. (clause.List ?? [clause.Value]).Select(token => QuotedText(token, what))]);

    private static string QuotedText(Token token, string what) => token.Kind switch
    {
        TokenKind.SingleQuoted or TokenKind.DoubleQuoted => token.Text,
        TokenKind.Number => throw MlflowException.Invalid(
            $"Expected a quoted string value for {what} (e.g. 'my-value'). Got value {token.Source}"),
        _ => throw MlflowException.Invalid(
            "Parameter value is either not quoted or unidentified quote types used for string value " +
            $"{token.Source}. Use either single or double quotes."),
    };

    private static Operator OperatorOf(Clause clause, string[] operators)
    {
        if (!operators.Contains(clause.Operator))
            throw MlflowException.Invalid($"Invalid comparator '{clause.Operator}' not one of '{string.Join(", ", operators)}'");

        return clause.Operator switch
        {
            "=" => Operator.Equal,
            "!=" => Operator.NotEqual,
            ">" => Operator.Greater,
            ">=" => Operator.GreaterOrEqual,
            "<" => Operator.Less,
            "<=" => Operator.LessOrEqual,
            "LIKE" => Operator.Like,
            "ILIKE" => Operator.LikeIgnoringCase,
            "IN" => Operator.In,
            "IS NULL" => Operator.IsNull,
            "IS NOT NULL" => Operator.IsNotNull,
            _ => Operator.NotIn,
        };
    }
}
