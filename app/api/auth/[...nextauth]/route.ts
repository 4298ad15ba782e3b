export { answerAuthRequest as GET, answerAuthRequest as POST } from '@/lib/transport/auth'
