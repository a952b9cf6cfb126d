using System.Runtime.CompilerServices;

namespace DynamoToolkit.Wire;

/// <summary>Room on the stack for the first elements of a collection that is being read.</summary>
[InlineArray(Length)]
internal struct FirstElements<T>
{
    private const int Length = 8;

    private T first;
}
