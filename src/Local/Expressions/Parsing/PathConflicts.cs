using DynamoToolkit.Local.Expressions.Paths;

namespace DynamoToolkit.Local.Expressions.Parsing;

/// <summary>Finds paths of one expression that exclude each other.</summary>
internal static class PathConflicts
{
    /// <summary>Reports a new path that overlaps an earlier one, or that treats as a list what an earlier one treats as a map.</summary>
    public static void Check(List<DocumentPath> earlier, DocumentPath path, ExpressionErrors errors)
    {
        foreach (var other in earlier)
            Check(other, path, errors);
        earlier.Add(path);
    }

    private static void Check(DocumentPath first, DocumentPath second, ExpressionErrors errors)
    {
        var common = Math.Min(first.Elements.Length, second.Elements.Length);
        for (var i = 0; i < common; i++)
        {
            var (left, right) = (first.Elements[i], second.Elements[i]);
            if (left.IsIndex != right.IsIndex)
            {
                errors.Add(ErrorRank.PathConflict, Message("conflict", first, second));
                return;
            }

            if (left != right)
                return;
        }

        errors.Add(ErrorRank.PathOverlap, Message("overlap", first, second));
    }

    private static string Message(string what, DocumentPath first, DocumentPath second) =>
        $"Two document paths {what} with each other; must remove or rewrite one of these paths; path one: {first}, path two: {second}";
}
