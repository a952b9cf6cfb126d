using System.ComponentModel;
using DynamoToolkit.Wire;

namespace DynamoToolkit.CompilerServices;

/// <summary>
/// Stands in for the converter of a member that can't be stored, so that expressions over it compile and only the rule about the member is
/// reported. It never converts anything.
/// </summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UnstorableConverter<T> : IAttributeConverter<T>
{
    /// <summary>Throws.</summary>
    /// <param name="writer">Not used.</param>
    /// <param name="value">Not used.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static void Write(ref ItemWriter writer, T value) => throw Error();

    /// <summary>Throws.</summary>
    /// <param name="reader">Not used.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static T Read(ref ItemReader reader) => throw Error();

    private static NotSupportedException Error() =>
        new($"'{typeof(T)}' can't be stored. Correct what the compiler reports for the member with an id that begins with DTK.");
}
