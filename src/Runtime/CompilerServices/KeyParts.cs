using System.ComponentModel;

namespace DynamoToolkit.CompilerServices;

/// <summary>The forms of the parts of key templates, other than strings and named enums. Only generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KeyParts
{
    private static readonly Dictionary<Type, KeyPart> All = new()
    {
        [typeof(char)] = new ParsedKeyPart(nameof(Char), static (ref KeyTextParser text) => text.Part(out char _)),
        [typeof(bool)] = new ParsedKeyPart(nameof(Boolean), static (ref KeyTextParser text) => text.Part(out bool _)),
        [typeof(sbyte)] = new ParsedKeyPart(nameof(SByte), static (ref KeyTextParser text) => text.Part(out sbyte _)),
        [typeof(byte)] = new ParsedKeyPart(nameof(Byte), static (ref KeyTextParser text) => text.Part(out byte _)),
        [typeof(short)] = new ParsedKeyPart(nameof(Int16), static (ref KeyTextParser text) => text.Part(out short _)),
        [typeof(ushort)] = new ParsedKeyPart(nameof(UInt16), static (ref KeyTextParser text) => text.Part(out ushort _)),
        [typeof(int)] = new ParsedKeyPart(nameof(Int32), static (ref KeyTextParser text) => text.Part(out int _)),
        [typeof(uint)] = new ParsedKeyPart(nameof(UInt32), static (ref KeyTextParser text) => text.Part(out uint _)),
        [typeof(long)] = new ParsedKeyPart(nameof(Int64), static (ref KeyTextParser text) => text.Part(out long _)),
        [typeof(ulong)] = new ParsedKeyPart(nameof(UInt64), static (ref KeyTextParser text) => text.Part(out ulong _)),
        [typeof(Int128)] = new ParsedKeyPart(nameof(Int128), static (ref KeyTextParser text) => text.Part(out Int128 _)),
        [typeof(UInt128)] = new ParsedKeyPart(nameof(UInt128), static (ref KeyTextParser text) => text.Part(out UInt128 _)),
        [typeof(float)] = new ParsedKeyPart(nameof(Single), static (ref KeyTextParser text) => text.Part(out float _)),
        [typeof(double)] = new ParsedKeyPart(nameof(Double), static (ref KeyTextParser text) => text.Part(out double _)),
        [typeof(DateTime)] = new ParsedKeyPart(nameof(DateTime), static (ref KeyTextParser text) => text.Part(out DateTime _)),
        [typeof(DateTimeOffset)] =
            new ParsedKeyPart(nameof(DateTimeOffset), static (ref KeyTextParser text) => text.Part(out DateTimeOffset _)),
        [typeof(DateOnly)] = new ParsedKeyPart(nameof(DateOnly), static (ref KeyTextParser text) => text.Part(out DateOnly _)),
        [typeof(TimeOnly)] = new ParsedKeyPart(nameof(TimeOnly), static (ref KeyTextParser text) => text.Part(out TimeOnly _)),
        [typeof(TimeSpan)] = new ParsedKeyPart(nameof(TimeSpan), static (ref KeyTextParser text) => text.Part(out TimeSpan _)),
        [typeof(Guid)] = new ParsedKeyPart(nameof(Guid), static (ref KeyTextParser text) => text.Part(out Guid _)),
    };

    /// <summary>The form of a type's values.</summary>
    /// <typeparam name="T">A type that <see cref="KeyTextBuilder"/> takes, other than <see cref="string"/>.</typeparam>
    public static KeyPart Of<T>()
        where T : struct => All[typeof(T)];
}
