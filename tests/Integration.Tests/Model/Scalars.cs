using System.Net;
using System.Numerics;

namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>The scalars that <see cref="Everything"/> has not, set by a constructor, and each of them as a nullable one too.</summary>
[DynamoTable("scalars")]
public sealed partial record Scalars(
    [property: PartitionKey] BigInteger Id,
    [property: SortKey] ReadOnlyMemory<byte> Digest,
    sbyte SByte,
    ushort UShort,
    nint Native,
    nuint UNative,
    Int128 Wide,
    UInt128 UWide,
    Half Half,
    char Letter,
    Uri Address,
    Version Version,
    IPAddress Host,
    ReadOnlyMemory<byte> Memory,
    [DynamoAttribute(EnumStorage = EnumStorage.Number)] RunStatus Status,
    TimeSpan Wait = default)
{
    public sbyte? MaybeSByte { get; init; }

    public ushort? MaybeUShort { get; init; }

    public nint? MaybeNative { get; init; }

    public Int128? MaybeWide { get; init; }

    public UInt128? MaybeUWide { get; init; }

    public BigInteger? MaybeBig { get; init; }

    public Half? MaybeHalf { get; init; }

    public float? MaybeFloat { get; init; }

    public decimal? MaybeDecimal { get; init; }

    public bool? MaybeFlag { get; init; }

    public char? MaybeLetter { get; init; }

    public Guid? MaybeGuid { get; init; }

    public DateTime? MaybeTime { get; init; }

    public DateTimeOffset? MaybeInstant { get; init; }

    public DateOnly? MaybeDay { get; init; }

    public TimeOnly? MaybeTimeOfDay { get; init; }

    public TimeSpan? MaybeWait { get; init; }

    public byte[]? MaybeBytes { get; init; }

    public ReadOnlyMemory<byte>? MaybeMemory { get; init; }

    public Uri? MaybeAddress { get; init; }

    public Version? MaybeVersion { get; init; }

    public IPAddress? MaybeHost { get; init; }

    [DynamoAttribute(EnumStorage = EnumStorage.Number)]
    public RunStatus? MaybeStatus { get; init; }
}
