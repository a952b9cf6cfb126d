using System.ComponentModel;

namespace DynamoToolkit.CompilerServices;

/// <summary>
/// What generated code throws for an item type whose model has mistakes. The compiler reports them as errors, so that this code runs only
/// where somebody suppressed them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InvalidModel
{
    /// <summary>Creates the exception.</summary>
    /// <param name="type">The item type.</param>
    public static InvalidOperationException Error(Type type) =>
        new($"'{type}' can't be stored because its model has mistakes. "
            + "Correct what the compiler reports for it with ids that begin with DTK.");
}
