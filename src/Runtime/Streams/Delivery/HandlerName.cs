namespace DynamoToolkit.Streams.Delivery;

/// <summary>The names of handlers that do not choose one.</summary>
internal static class HandlerName
{
    /// <summary>The name of a class, with those of its type arguments: <c>Copier&lt;Run&gt;</c>.</summary>
    public static string Of(Type type)
    {
        var end = type.Name.IndexOf('`', StringComparison.Ordinal);
        return end < 0
            ? type.Name
            : $"{type.Name[..end]}<{string.Join(",", type.GetGenericArguments().Select(Of))}>";
    }
}
