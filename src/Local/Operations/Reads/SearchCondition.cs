using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Reads;

/// <summary>The values that a <c>SearchConditionExpression</c> demands: equalities, joined by AND.</summary>
internal sealed class SearchCondition
{
    private const string Parameter = "SearchConditionExpression";
    private readonly List<(string Attribute, Value Value)> equalities = [];

    /// <summary>Reads a condition; null for none.</summary>
    public static SearchCondition From(Condition? condition)
    {
        var search = new SearchCondition();
        if (condition is not null)
            search.Collect(condition);
        return search;
    }

    /// <summary>Checks the condition against an index.</summary>
    /// <returns>The wanted values by attribute; null if no item can have them, because an attribute has two.</returns>
    public Dictionary<string, Value>? For(VectorIndexSchema index)
    {
        foreach (var (attribute, _) in equalities)
        {
            if (!index.Searches(attribute))
            {
                throw DynamoError.Validation(
                    $"{Parameter} must not contain any attributes that is not in SearchSchema. Invalid attribute: {attribute}");
            }
        }

        if (index.Hash is { } hash)
            CheckHash(hash);

        var wanted = new Dictionary<string, Value>();
        foreach (var (attribute, value) in equalities)
        {
            if (!wanted.TryAdd(attribute, value) && !wanted[attribute].SameAs(value))
                return null;
        }

        return wanted;
    }

    private void CheckHash(SearchElement hash)
    {
        var values = equalities.FindAll(equality => equality.Attribute == hash.Name);
        if (values.Count == 0)
            throw DynamoError.Validation($"{Parameter} must be provided when SearchSchema has a HASH key");

        foreach (var (_, value) in values)
        {
            if (value.Kind != hash.Kind)
            {
                throw DynamoError.Validation(
                    $"Type of '{hash.Name}' attribute in {Parameter} ({value.Kind.Name()}) "
                    + $"does not match type in search schema ({hash.Kind.Name()})");
            }

            KeyRules.CheckKeyValue(hash.AsKey, value);
        }
    }

    private void Collect(Condition condition)
    {
        switch (condition)
        {
            case JunctionCondition { IsAnd: true } junction:
                Collect(junction.Left);
                Collect(junction.Right);
                break;
            case ComparisonCondition comparison:
                Add(comparison);
                break;
            default:
                throw Invalid($"Invalid operator used in {Parameter}");
        }
    }

    private void Add(ComparisonCondition comparison)
    {
        if (comparison.Symbol != "=")
            throw Invalid($"Invalid comparator used in {Parameter}");

        var (path, value) = (comparison.Left, comparison.Right) switch
        {
            (PathOperand left, ConstantOperand right) => (left, right),
            (ConstantOperand left, PathOperand right) => (right, left),
            _ => throw Invalid("A condition compares an attribute with a value"),
        };
        if (path.Path.IsNested)
            throw Invalid("A condition cannot have nested attributes");
        equalities.Add((path.Path.Attribute, value.Value));
    }

    private static DynamoError Invalid(string reason) => DynamoError.Validation($"Invalid {Parameter}: {reason}");
}
