using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Reads;

/// <summary>The part of a source that a key condition means.</summary>
/// <param name="From">The first key.</param>
/// <param name="To">The first key behind it; null for the end of the source.</param>
internal readonly record struct KeyRange(byte[]? From, byte[]? To)
{
    /// <summary>Matches predicates with the key that they are about.</summary>
    public static KeyRange Of(KeySchema keys, Dictionary<string, KeyPredicate> predicates)
    {
        if (keys.Elements.Length == 1 && predicates.Count > 1)
            throw DynamoError.Validation("Query key condition not supported");

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
                return left == 0 ? Within(prefix, predicate) : throw DynamoError.Validation("Query key condition not supported");
            prefix = KeyEncoder.Extend(prefix, predicate.Value);
        }

        return left == 0 ? StartingWith(prefix) : throw DynamoError.Validation("Query key condition not supported");
    }

    private static Value HashValue(KeyElement element, Dictionary<string, KeyPredicate> predicates)
    {
        if (!predicates.TryGetValue(element.Name, out var predicate))
            throw Missed(element);

        CheckOperator(element, predicate);
        return predicate.Operator == KeyOperator.Equal ? predicate.Value : throw DynamoError.Validation("Query key condition not supported");
    }

    private static void CheckOperator(KeyElement element, KeyPredicate predicate)
    {
        if (predicate.Operator == KeyOperator.NotIndexable)
            throw DynamoError.Validation("Attempted conditional constraint is not an indexable operation");
        if (predicate.Value.Kind != element.Kind || (predicate.High is not null && predicate.High.Kind != element.Kind))
            throw DynamoError.InvalidParameter("Condition parameter type does not match schema type");
        if (predicate.Value is StringValue { Text.Length: 0 } or BinaryValue { Bytes.Length: 0 })
        {
            var word = predicate.Value is StringValue ? "string" : "binary";
            throw DynamoError.Validation($"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty {word} value. Key: {element.Name}");
        }
    }

    private static KeyRange Within(byte[] prefix, KeyPredicate predicate)
    {
        var value = KeyEncoder.Extend(prefix, predicate.Value, open: predicate.Operator == KeyOperator.BeginsWith);
        return predicate.Operator switch
        {
            KeyOperator.Less => new KeyRange(prefix, value),
            KeyOperator.LessOrEqual => new KeyRange(prefix, KeyEncoder.Behind(value)),
            KeyOperator.Greater => new KeyRange(KeyEncoder.Behind(value), KeyEncoder.Behind(prefix)),
            KeyOperator.GreaterOrEqual => new KeyRange(value, KeyEncoder.Behind(prefix)),
            KeyOperator.Between => new KeyRange(value, KeyEncoder.Behind(KeyEncoder.Extend(prefix, predicate.High!))),
            _ => StartingWith(value),
        };
    }

    private static KeyRange StartingWith(byte[] prefix) => new(prefix, KeyEncoder.Behind(prefix));

    private static DynamoError Missed(KeyElement element) =>
        DynamoError.Validation($"Query condition missed key schema element: {element.Name}");
}
