using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Statements;

/// <summary>Finds keys in the conditions of statements.</summary>
internal static class StatementKeys
{
    /// <summary>
    /// The key of the one item that a condition names: an equality for every attribute of the table's key, joined by AND.
    /// </summary>
    /// <param name="keys">The table's key.</param>
    /// <param name="where">The condition.</param>
    /// <param name="rest">What else must hold; null for nothing.</param>
    /// <exception cref="DynamoError">The condition does not name one item.</exception>
    public static MapValue ReadKey(KeySchema keys, Condition? where, out Condition? rest)
    {
        var members = new Dictionary<string, Value>();
        rest = null;
        foreach (var part in Parts(where))
        {
            if (Equality(part) is var (attribute, value) && keys.Has(attribute) && members.TryAdd(attribute, value))
                continue;
            rest = rest is null ? part : new JunctionCondition(isAnd: true, rest, part);
        }

        if (members.Count < keys.Elements.Length)
            throw DynamoError.Validation("Where clause does not contain a mandatory equality on all key attributes");

        var key = new MapValue(members);
        KeyRules.CheckKey(keys, key);
        return key;
    }

    /// <summary>
    /// The predicates by which a condition restricts a key: equalities for all hash attributes, then for range attributes in order, of
    /// which the last may be another operator; null if the hash attributes are not all known.
    /// </summary>
    public static Dictionary<string, KeyPredicate>? ReadPredicates(KeySchema keys, Condition? where)
    {
        var found = new Dictionary<string, KeyPredicate>();
        foreach (var part in Parts(where))
        {
            if (Predicate(part) is { } predicate && keys.Has(predicate.Attribute))
                found.TryAdd(predicate.Attribute, predicate);
        }

        var chosen = new Dictionary<string, KeyPredicate>();
        foreach (var element in keys.Elements)
        {
            var predicate = found.GetValueOrDefault(element.Name);
            if (element.IsHash && predicate?.Operator != KeyOperator.Equal)
                return null;
            if (predicate is null)
                break;

            chosen.Add(element.Name, predicate);
            if (predicate.Operator != KeyOperator.Equal)
                break;
        }

        return chosen;
    }

    private static IEnumerable<Condition> Parts(Condition? condition) => condition switch
    {
        null => [],
        JunctionCondition { IsAnd: true } junction => Parts(junction.Left).Concat(Parts(junction.Right)),
        _ => [condition],
    };

    private static (string Attribute, Value Value)? Equality(Condition condition) =>
        Predicate(condition) is { Operator: KeyOperator.Equal } predicate ? (predicate.Attribute, predicate.Value) : null;

    // Everything that is not a key condition stays in the filter, so that nothing is lost if it is not recognized here.
    private static KeyPredicate? Predicate(Condition condition)
    {
        var isCandidate = condition switch
        {
            ComparisonCondition { Symbol: not "<>" } comparison => IsPair(comparison.Left, comparison.Right),
            BetweenCondition { Low: ConstantOperand, High: ConstantOperand } between => IsAttribute(between.Operand),
            FunctionCondition { Name: "begins_with", Arguments: [var attribute, ConstantOperand] } => IsAttribute(attribute),
            _ => false,
        };
        return isCandidate ? KeyCondition.From(condition).Values.Single() : null;
    }

    private static bool IsPair(Operand left, Operand right) =>
        (IsAttribute(left) && right is ConstantOperand) || (left is ConstantOperand && IsAttribute(right));

    private static bool IsAttribute(Operand operand) => operand is PathOperand { Path.IsNested: false };
}
