using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Requests.Legacy;

/// <summary>The older parameters that are conditions, read as the conditions that expressions become.</summary>
internal static class LegacyConditions
{
    /// <summary>Reads <c>Expected</c>; null if it is absent.</summary>
    public static Condition? ReadExpected(Fields fields)
    {
        if (fields.Map("Expected") is not { } map || !map.EnumerateObject().Any())
        {
            RefuseLonelyOperator(fields);
            return null;
        }

        var conditions = new List<Condition>();
        foreach (var property in map.EnumerateObject())
        {
            var attribute = AttributeNames.Check(JsonText.NameOf(property));
            conditions.Add(ReadExpected(attribute, Fields.StructureOf(property.Value, "ExpectedAttributeValue")));
        }

        return Join(conditions, fields);
    }

    /// <summary>Reads a filter; null if it is absent.</summary>
    public static Condition? ReadFilter(Fields fields, string parameter)
    {
        var conditions = ReadConditions(fields, parameter)
            .ConvertAll(static entry => LegacyOperators.Make(entry.Attribute, entry.Operator, entry.Values));
        if (conditions.Count == 0)
            RefuseLonelyOperator(fields);
        return Join(conditions, fields);
    }

    /// <summary>Reads <c>KeyConditions</c>; null if it is absent.</summary>
    public static Dictionary<string, KeyPredicate>? ReadKeyConditions(Fields fields)
    {
        if (!fields.Has("KeyConditions"))
            return null;

        var predicates = new Dictionary<string, KeyPredicate>();
        foreach (var (attribute, name, values) in ReadConditions(fields, "KeyConditions"))
        {
            var symbol = name switch
            {
                "EQ" => KeyOperator.Equal,
                "LT" => KeyOperator.Less,
                "LE" => KeyOperator.LessOrEqual,
                "GT" => KeyOperator.Greater,
                "GE" => KeyOperator.GreaterOrEqual,
                "BETWEEN" => KeyOperator.Between,
                "BEGINS_WITH" => KeyOperator.BeginsWith,
                _ => KeyOperator.NotIndexable,
            };
            var value = values.FirstOrDefault() ?? NullValue.Instance;
            predicates[attribute] = new KeyPredicate(attribute, symbol, value, values.ElementAtOrDefault(1));
        }

        return predicates;
    }

    private static void RefuseLonelyOperator(Fields fields)
    {
        if (fields.Has("ConditionalOperator"))
            throw DynamoError.Validation("ConditionalOperator cannot be used without Filter or Expected");
    }

    private static List<(string Attribute, string Operator, List<Value> Values)> ReadConditions(Fields fields, string parameter)
    {
        var conditions = new List<(string, string, List<Value>)>();
        if (fields.Map(parameter) is not { } map)
            return conditions;

        var constraints = new Constraints();
        foreach (var property in map.EnumerateObject())
        {
            var attribute = AttributeNames.Check(JsonText.NameOf(property));
            var condition = Fields.StructureOf(property.Value, "Condition");
            var name = condition.Text("ComparisonOperator");
            var path = $"{Constraints.PathOf(parameter)}.{attribute}.member.comparisonOperator";
            constraints.NotNull(path, name is not null);
            constraints.OneOf(path, name, Words.ComparisonOperator);
            constraints.ThrowIfAny();

            var values = ReadValues(condition);
            LegacyOperators.Check(name!, values);
            conditions.Add((attribute, name!, values));
        }

        return conditions;
    }

    private static Condition ReadExpected(string attribute, Fields expected)
    {
        var name = expected.Text("ComparisonOperator");
        var constraints = new Constraints();
        constraints.OneOf($"expected.{attribute}.member.comparisonOperator", name, Words.ComparisonOperator);
        constraints.ThrowIfAny();

        var exists = expected.Flag("Exists");
        var value = expected.TryGet("Value", out var given) ? ValueReader.Read(given) : null;
        var hasList = expected.List("AttributeValueList") is not null;
        if (hasList && value is not null)
            throw Invalid($"Value and AttributeValueList cannot be used together for Attribute: {attribute}");
        if (name is null)
            return ReadExistence(attribute, exists, value, hasList);
        if (exists is not null)
            throw Invalid($"Exists and ComparisonOperator cannot be used together for Attribute: {attribute}");
        if (name is not ("NULL" or "NOT_NULL") && value is null && !hasList)
            throw Invalid($"Value or AttributeValueList must be used with ComparisonOperator: {name} for Attribute: {attribute}");

        List<Value> values = value is null ? ReadValues(expected) : [value];
        LegacyOperators.Check(name, values);
        return LegacyOperators.Make(attribute, name, values);
    }

    private static Condition ReadExistence(string attribute, bool? exists, Value? value, bool hasList)
    {
        if (hasList)
            throw Invalid($"AttributeValueList can only be used with a ComparisonOperator for Attribute: {attribute}");
        if (exists != false && value is null)
            throw Invalid($"Value must be provided when Exists is {(exists is null ? "null" : "true")} for Attribute: {attribute}");
        if (exists == false && value is not null)
            throw Invalid($"Value cannot be used when Exists is false for Attribute: {attribute}");
        return value is null ? LegacyOperators.Make(attribute, "NULL", []) : LegacyOperators.Make(attribute, "EQ", [value]);
    }

    private static List<Value> ReadValues(Fields condition)
    {
        var values = new List<Value>();
        if (condition.List("AttributeValueList") is { } list)
        {
            foreach (var element in list.EnumerateArray())
                values.Add(ValueReader.Read(element));
        }

        return values;
    }

    private static Condition? Join(List<Condition> conditions, Fields fields)
    {
        if (conditions.Count == 0)
            return null;

        var conditionalOperator = fields.Text("ConditionalOperator");
        if (conditions.Count == 1 && conditionalOperator is not null)
            throw DynamoError.Validation("ConditionalOperator can only be used when Filter or Expected has two or more elements");
        return Join(conditions, 0, conditions.Count, conditionalOperator != "OR");
    }

    // Builds a balanced tree: a chain of many conditions would exhaust the stack.
    private static Condition Join(List<Condition> conditions, int start, int count, bool isAnd) => count == 1
        ? conditions[start]
        : new JunctionCondition(
            isAnd,
            Join(conditions, start, count / 2, isAnd),
            Join(conditions, start + (count / 2), count - (count / 2), isAnd));

    private static DynamoError Invalid(string message) => DynamoError.InvalidParameter(message);
}
