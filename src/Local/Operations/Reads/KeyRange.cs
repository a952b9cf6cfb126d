using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Reads;

/// <summary>The range of keys that a key condition selects.</summary>
/// <param name="From">The first key; null for the beginning of the source.</param>
/// <param name="To">The first key after the range; null for the end of the source.</param>
internal readonly record struct KeyRange(byte[]? From, byte[]? To)
{
    /// <summary>The range that predicates select in the order of a key.</summary>
    public static KeyRange Of(KeySchema keys, Dictionary<string, KeyPredicate> predicates)
    {
        if (keys.Elements.Length == 1 && predicates.Count > 1)
            throw Unsupported(keys, keys.Elements[0]);

        var left = predicates.Count;
        var hashValues = new List<Value>();
        foreach (var element in keys.HashElements)
        {
            hashValues.Add(HashValue(keys, element, predicates));
            left--;
        }

        var prefix = KeyEncoder.Partition(hashValues);
        foreach (var element in keys.RangeElements)
        {
            if (left == 0)
                break;
            if (!predicates.TryGetValue(element.Name, out var predicate))
                throw Missed(keys, element);

            CheckOperator(element, predicate);
            left--;
            if (predicate.Operator != KeyOperator.Equal)
                return left == 0 ? Within(prefix, predicate) : throw Unsupported(keys, element);
            prefix = KeyEncoder.Extend(prefix, predicate.Value);
        }

        return left == 0 ? StartingWith(prefix) : throw Unsupported(keys, keys.Elements[^1]);
    }

    /// <summary>The values of the partition key that predicates select, for which <see cref="Of"/> has found a range.</summary>
    public static Value[] PartitionOf(KeySchema keys, Dictionary<string, KeyPredicate> predicates) =>
        Array.ConvertAll(keys.HashElements, element => predicates[element.Name].Value);

    private static Value HashValue(KeySchema keys, KeyElement element, Dictionary<string, KeyPredicate> predicates)
    {
        if (!predicates.TryGetValue(element.Name, out var predicate))
            throw Missed(keys, element);

        CheckOperator(element, predicate);
        return predicate.Operator == KeyOperator.Equal ? predicate.Value : throw Unsupported(keys, element);
    }

    private static void CheckOperator(KeyElement element, KeyPredicate predicate)
    {
        if (predicate.Operator == KeyOperator.NotIndexable)
            throw DynamoError.Validation("Attempted conditional constraint is not an indexable operation");
        if (predicate.Value.Kind != element.Kind || (predicate.High is not null && predicate.High.Kind != element.Kind))
            throw DynamoError.InvalidParameter("Condition parameter type does not match schema type");
        KeyRules.CheckKeyValue(element, predicate.Value);
        if (predicate.High is not null)
            KeyRules.CheckKeyValue(element, predicate.High);
    }

    private static KeyRange Within(byte[] prefix, KeyPredicate predicate)
    {
        var value = KeyEncoder.Extend(prefix, predicate.Value, open: predicate.Operator == KeyOperator.BeginsWith);
        return predicate.Operator switch
        {
            KeyOperator.Less => new KeyRange(prefix, value),
            KeyOperator.LessOrEqual => new KeyRange(prefix, KeyEncoder.AfterPrefix(value)),
            KeyOperator.Greater => new KeyRange(KeyEncoder.AfterPrefix(value), KeyEncoder.AfterPrefix(prefix)),
            KeyOperator.GreaterOrEqual => new KeyRange(value, KeyEncoder.AfterPrefix(prefix)),
            KeyOperator.Between => new KeyRange(value, KeyEncoder.AfterPrefix(KeyEncoder.Extend(prefix, predicate.High!))),
            _ => StartingWith(value),
        };
    }

    private static KeyRange StartingWith(byte[] prefix) => new(prefix, KeyEncoder.AfterPrefix(prefix));

    private static DynamoError Unsupported(KeySchema keys, KeyElement element) =>
        DynamoError.Validation("Query key condition not supported" + RuleOf(keys, element));

    private static DynamoError Missed(KeySchema keys, KeyElement element) =>
        DynamoError.Validation($"Query condition missed key schema element: {element.Name}{RuleOf(keys, element)}");

    // Only a key of several attributes has a rule that needs words.
    private static string RuleOf(KeySchema keys, KeyElement element)
    {
        if (keys.HashElements.Length < 2 && keys.RangeElements.Length < 2)
            return "";
        return element.IsHash
            ? ". All HASH key attributes must have equality conditions"
            : ". RANGE key attributes must have equality conditions from left to right; only the last condition may be another one";
    }
}
