using System.Numerics;
using System.Runtime.CompilerServices;

namespace DynamoToolkit.Wire;

/// <summary>Facts about integer types that are known at compile time.</summary>
internal static class Integers
{
    /// <summary>Whether every value has at most 20 digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool FitsIn64Bits<T>()
        where T : IBinaryInteger<T>
        => typeof(T) == typeof(int) || typeof(T) == typeof(long) || typeof(T) == typeof(uint) || typeof(T) == typeof(ulong)
            || typeof(T) == typeof(short) || typeof(T) == typeof(ushort) || typeof(T) == typeof(byte) || typeof(T) == typeof(sbyte)
            || typeof(T) == typeof(nint) || typeof(T) == typeof(nuint);
}
