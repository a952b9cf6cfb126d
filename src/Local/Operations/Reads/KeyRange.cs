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
            throw Unsupported();

        var left = predicates.Count;
        var hashValues = new List<Value>();
        foreach (var element in keys.HashElements)
        {
            hashValues.Add(HashValue(element, predicates));
            left--;
        }

        var prefix = KeyEncoder.Partition(hashValues);
        foreach (var element in keys.RangeElements)
        {
            if (left == 0)
                break;
            if (!predicates.TryGetValue(element.Name, out var predicate))
                throw Missed(element);

            CheckOperator(element, predicate);
            left--;
            if (predicate.Operator != KeyOperator.Equal)
                return left == 0 ? Within(prefix, predicate) : throw Unsupported();
            prefix = KeyEncoder.Extend(prefix, predicate.Value);
        }

        return left == 0 ? StartingWith(prefix) : throw Unsupported();
    }

    /// <summary>The values of the partition key that predicates select, for which <see cref="Of"/> has found a range.</summary>
    public static Value[] PartitionOf(KeySchema keys, Dictionary<string, KeyPredicate> predicates) =>
        Array.ConvertAll(keys.HashElements, element => predicates[element.Name].Value);

    private static Value HashValue(KeyElement element, Dictionary<string, KeyPredicate> predicates)
    {
        if (!predicates.TryGetValue(element.Name, out var predicate))
            throw Missed(element);

        CheckOperator(element, predicate);
        return predicate.Operator == KeyOperator.Equal ? predicate.Value : throw Unsupported();
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

    private static DynamoError Unsupported() => DynamoError.Validation("Query key condition not supported");

    private static DynamoError Missed(KeyElement element) =>
        DynamoError.Validation($"Query condition missed key schema element: {element.Name}");
}
