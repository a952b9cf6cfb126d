namespace DynamoToolkit.Expressions;

/// <summary>Looks for attributes in the operands of conditions.</summary>
internal static class Paths
{
    public static string? Find(AttributePath path, Predicate<string> test) => test(path.RootName) ? path.RootName : null;

    public static string? Find<TOperand>(TOperand operand, Predicate<string> test)
        where TOperand : struct, IOperand => operand is AttributePath path ? Find(path, test) : null;
}
