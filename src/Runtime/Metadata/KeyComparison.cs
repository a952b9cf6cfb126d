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

    public static string Describe(IReadOnlyList<KeyModel> partition, IReadOnlyList<KeyModel> sort) =>
        sort.Count == 0 ? $"partition key {Describe(partition)}" : $"partition key {Describe(partition)}, sort key {Describe(sort)}";

    private static string Describe(IReadOnlyList<KeyModel> keys) =>
        string.Join(" + ", keys.Select(static key => $"{key.AttributeName} ({key.Type})"));
}
