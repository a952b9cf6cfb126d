namespace TrackingStore.Protocol.Requests;

/// <summary>The value of one argument, wherever it came from.</summary>
internal abstract class ArgumentValue
{
    /// <summary>The value as a text; null if it is not one.</summary>
    public abstract string? Text { get; }

    /// <summary>The digits of a number, or the value as a text; null if it is neither.</summary>
    public abstract string? TextOrDigits { get; }

    /// <summary>Whether the value is a JSON number, which may have an integer written as <c>1.0</c> or <c>1e3</c>.</summary>
    public virtual bool IsNumber => false;

    /// <summary>The elements of a list; null if the value is not one.</summary>
    public abstract IReadOnlyList<ArgumentValue>? Elements { get; }

    /// <summary>The fields of a message; null if the value is not one.</summary>
    public virtual IArgumentSource? Fields => null;

    /// <summary>The value as messages show it: as JSON.</summary>
    public abstract string Json { get; }

    /// <summary>The name of the type that Python gives to the value; clients' tests look for it in messages.</summary>
    public abstract string PythonType { get; }
}
