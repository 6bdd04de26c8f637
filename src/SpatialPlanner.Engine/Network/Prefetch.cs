using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace SpatialPlanner.Engine.Network;

/// <summary>Asks the processor to bring memory near. A hint: it never fails and changes no result.</summary>
internal static class Prefetch
{
    /// <summary>Asks for the cache line of a place that is read soon; nothing on processors without such a hint.</summary>
    /// <param name="place">The place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Read<T>(ref readonly T place)
    {
        if (Sse.IsSupported)
        {
            // Not pinned: where the collector moves the array meanwhile, a wrong line is fetched and nothing is read.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
        }
    }
}
