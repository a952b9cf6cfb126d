namespace DynamoToolkit;

/// <summary>Compares and describes keys.</summary>
internal static class KeyComparison
{
    public static bool AreSame(IReadOnlyList<KeyModel> first, IReadOnlyList<KeyModel> second)
    {
        if (first.Count != second.Count)
            return false;

        for (var i = 0; i < first.Count; i++)
        {
            if (first[i].AttributeName != second[i].AttributeName || first[i].Type != second[i].Type)
                return false;
        }

        return true;
    }

    /// <summary>Describes two types of one table of which one item could be both.</summary>
    public static string DescribeConflict(TableModel model, TableModel other) =>
        $"One item of the table '{model.TableName}' could be of both types, {other.ItemType.Name} and {model.ItemType.Name}, because their "
        + $"keys can be equal: {DescribeTexts(other)} and {DescribeTexts(model)}. Give their templates different constant text, make them "
        + "a family with [DynamoType], or declare one of them as [ViewOf] the other.";

    private static string DescribeTexts(TableModel model) =>
        string.Join(" / ", model.Keys.Select(static key => key.Template is { } template ? $"'{template}'" : $"any {key.AttributeName}"));

    public static string Describe(IReadOnlyList<KeyModel> partition, IReadOnlyList<KeyModel> sort) =>
        sort.Count == 0 ? $"partition key {Describe(partition)}" : $"partition key {Describe(partition)}, sort key {Describe(sort)}";

    private static string Describe(IReadOnlyList<KeyModel> keys) =>
        string.Join(" + ", keys.Select(static key => $"{key.AttributeName} ({key.Type})"));
}
