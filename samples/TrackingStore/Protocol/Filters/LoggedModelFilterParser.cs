using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>Reads the filter of a search of logged models.</summary>
internal static class LoggedModelFilterParser
{
    private static readonly string[] NumberOperators = ["<", "<=", ">", ">=", "=", "!="];
    private static readonly string[] TextOperators = ["=", "!=", "LIKE", "ILIKE", "IN", "NOT IN"];

    /// <summary>Reads a filter; every model passes null and white space.</summary>
    public static IReadOnlyList<Condition<LoggedModelField>> Parse(string? filter) => ReadClauses(filter).ConvertAll(Check);

    private static List<Clause> ReadClauses(string? filter)
    {
        try
        {
            return ClauseParser.Parse(filter);
        }
        catch (MlflowException e)
        {
            throw MlflowException.Invalid(
                $"Invalid filter string: '{filter}'. Expected a list of comparisons separated by 'AND' " +
                $"(e.g. 'metrics.loss > 0.1 AND params.lr = 0.01'). {e.Message}");
        }
    }

    private static Condition<LoggedModelField> Check(Clause clause)
    {
        var field = LoggedModelFieldNames.Resolve(clause.Identifier);
        var operators = field.IsNumber ? NumberOperators : TextOperators;
        if (!operators.Contains(clause.Operator))
        {
            throw MlflowException.Invalid(
                $"Invalid comparison operator for {clause.Identifier.Source}: '{clause.Operator}'. " +
                $"Expected one of ({string.Join(", ", operators.Select(one => $"'{one}'"))}).");
        }

        return new Condition<LoggedModelField>(field, field.IsNumber
            ? ComparisonRules.OfNumber(clause, clause.Identifier.Source)
            : ComparisonRules.OfTextOrList(clause, clause.Identifier.Source));
    }
}
